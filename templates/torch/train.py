"""Goes on with a run of llmfp in PyTorch: on one card, on many, or with its weights sharded by FSDP.

    python train.py --judge                                    how well it knows the held-out text
    python train.py --steps 1000                               one process
    torchrun --nproc_per_node 8 train.py                       eight cards, a copy of the model on each
    accelerate launch --config_file fsdp.yaml train.py         eight cards, each with a part of the model

What it goes on with lies in training/: settings.json, optimizer.safetensors where the run's optimizer is Adam or AdamW, and
tokens.safetensors where the folder was written with --ids.
"""

import argparse
import json
import math
from pathlib import Path

HERE = Path(__file__).resolve().parent
IGNORED = -100  # a target that is not scored


def rate_at(schedule, step):
    """The learning rate of a step, which is 0 for the run's first: the run's own schedule."""
    kind, peak = schedule["kind"], schedule["learning_rate"]
    warmup, total = schedule["warmup"], schedule["total_steps"]
    if kind == "inverse-sqrt":
        warmup = max(1, warmup)
        return peak * (step / warmup if step < warmup else math.sqrt(warmup / step))
    if step < warmup:
        return peak * step / warmup
    if kind == "constant":
        return peak
    if kind == "stable-decay":
        decay = max(1, math.floor(0.2 * total + 0.5))
        return peak * (1 - min(1, max(0, (step - (total - decay)) / decay)))
    done = min(1, (step - warmup) / (total - warmup))
    return peak * ((1 + math.cos(math.pi * done)) / 2 if kind == "cosine" else 1 - done)


def documents_of(ids, ends):
    """Each document with the begin before it and its end after it."""
    found, row = [], [ends["begin"]]
    for i, token in enumerate(ids):
        row.append(token)
        if token == ends["end"] or i == len(ids) - 1:
            found.append(row)
            row = [ends["begin"]]
    return found


def covers(row, context):
    """Windows in which each token after the first is scored once, and read with half a context or more before it."""
    at = 1
    while at < len(row):
        start = max(0, at - 1 - context // 2)
        end = min(len(row) - 1, start + context)
        yield row[start:end], row[start + 1 : end + 1], at - 1 - start
        at = end + 1


def batch_of(tokens, settings, step, rank, world):
    """The rows of a step that this process learns from: inputs and targets, [rows, context]. All processes draw alike."""
    import torch

    size, context, ends = settings["batch_size"], settings["context"], settings["documents"]
    if size % world != 0:
        raise SystemExit(f"a batch of {size} rows is not shared evenly by {world} processes: give --batch-size")
    mine = range(rank * size // world, (rank + 1) * size // world)
    if ends is None:
        if len(tokens) <= context:
            raise SystemExit(f"the text has {len(tokens)} tokens, which is no window of {context} and the one after it")
        drawn = torch.Generator().manual_seed(settings["seed"] * 1_000_003 + step)
        starts = torch.randint(len(tokens) - context, (size,), generator=drawn).tolist()
        rows = [tokens[starts[i] : starts[i] + context + 1].tolist() for i in mine]
    else:
        rows = []
        for i in mine:
            epoch, place = divmod(step * size + i, len(tokens))
            shuffled = torch.randperm(len(tokens), generator=torch.Generator().manual_seed(settings["seed"] + epoch))
            rows.append(tokens[int(shuffled[place])][: context + 1])
    return padded([(row[:-1], row[1:]) for row in rows], 0 if ends is None else ends["end"])


def padded(rows, pad):
    import torch

    longest = max(len(inputs) for inputs, _ in rows)
    inputs = torch.tensor([each + [pad] * (longest - len(each)) for each, _ in rows])
    targets = torch.tensor([each + [IGNORED] * (longest - len(each)) for _, each in rows])
    return inputs, targets


def loss_of(model, inputs, targets, reduction="mean"):
    """Nats per token. The targets are what follows each input, so the model is not asked to shift them."""
    import torch.nn.functional as F

    logits = model(input_ids=inputs).logits
    return F.cross_entropy(logits.float().flatten(0, 1), targets.flatten(), ignore_index=IGNORED, reduction=reduction)


def judge(model, held, settings, device):
    """Nats per token of the held-out ids, by the rule of the run: the number of settings.json, but for rounding."""
    import torch

    ends, context = settings["documents"], settings["context"]
    rows = [[0, *held]] if ends is None else documents_of(held, ends)
    windows = [window for row in rows for window in covers(row, context)]
    model.eval()
    total, count = 0.0, 0
    with torch.no_grad():
        for at in range(0, len(windows), 16):
            some = [(list(i), [IGNORED] * first + list(t[first:])) for i, t, first in windows[at : at + 16]]
            inputs, targets = (each.to(device) for each in padded(some, 0))
            total += loss_of(model, inputs, targets, "sum").item()
            count += int((targets != IGNORED).sum())
    model.train()
    return total / count


def load_moments(model, optimizer, path):
    """Gives the optimizer what it remembered of each parameter: exp_avg, exp_avg_sq and step."""
    import torch
    from safetensors.torch import load_file

    kept = load_file(str(path))
    inner = getattr(optimizer, "optimizer", optimizer)  # of accelerate's
    if any(type(each).__name__.startswith(("FSDP", "FullyShardedDataParallel")) for each in model.modules()):
        from torch.distributed.checkpoint.state_dict import (
            StateDictOptions,
            get_optimizer_state_dict,
            set_optimizer_state_dict,
        )

        options = StateDictOptions(full_state_dict=True)
        whole = get_optimizer_state_dict(model, inner, options=options)
        for name, state in whole["state"].items():
            for part in ("exp_avg", "exp_avg_sq"):
                state[part] = kept[f"{name}.{part}"].to(state[part].device)
            state["step"] = kept["step"].clone()
        set_optimizer_state_dict(model, inner, whole, options=options)
        return
    for name, parameter in model.named_parameters():
        bare = name.removeprefix("module.")  # of a model that is copied to each card
        inner.state[parameter] = {
            "step": kept["step"].clone(),
            **{
                part: kept[f"{bare}.{part}"].to(parameter.device, parameter.dtype)
                for part in ("exp_avg", "exp_avg_sq")
            },
        }


def prepared(accelerator, model, make):
    """A model and its optimizer as accelerate wants them: FSDP 2 both at once, all else the model first."""
    if getattr(accelerator, "is_fsdp2", False):
        return accelerator.prepare(model, make(model))
    model = accelerator.prepare(model)
    return model, accelerator.prepare(make(model))


def text_of(arguments, settings):
    """The ids to learn from and those to judge by: of the folder, or of a text that is cut by the folder's tokenizer."""
    kept = HERE / "training" / "tokens.safetensors"
    if arguments.text is None:
        if not kept.exists():
            raise SystemExit("there are no tokens in this folder: give --text FILE, or write the folder with --ids")
        from safetensors.torch import load_file

        tokens = load_file(str(kept))
        return tokens["train"].long(), tokens["held"].tolist()
    if settings["documents"] is not None:
        raise SystemExit("the run's text has a document in each line: write the folder with --ids, and leave --text out")
    import torch
    from transformers import AutoTokenizer

    text = Path(arguments.text).read_text(encoding="utf-8")
    ids = AutoTokenizer.from_pretrained(HERE)(text, add_special_tokens=False)["input_ids"]
    cut = len(ids) - max(1, round(len(ids) * settings["validation"]))
    return torch.tensor(ids[:cut]), ids[cut : cut + settings["scored"]]


def arguments_of():
    parser = argparse.ArgumentParser(description="Goes on with a run of llmfp in PyTorch.")
    parser.add_argument("--steps", type=int, help="how many more (default: what the run had left, or else 1000)")
    parser.add_argument("--text", help="a text to learn, in UTF-8 (default: the tokens of the run)")
    parser.add_argument("--batch-size", type=int, help="rows of a step, of all processes (default: the run's)")
    parser.add_argument("--learning-rate", type=float, help="the highest of the schedule (default: the run's)")
    parser.add_argument("--every", type=int, default=100, help="steps from one line of measures to the next")
    parser.add_argument("--fresh", action="store_true", help="an optimizer that remembers nothing")
    parser.add_argument("--judge", action="store_true", help="say how well it knows the held-out text, and end")
    parser.add_argument("--out", default="trained", help="the folder to write")
    return parser.parse_args()


def main():
    arguments = arguments_of()
    settings = json.loads((HERE / "training" / "settings.json").read_text(encoding="utf-8"))
    if arguments.batch_size is not None:
        settings["batch_size"] = arguments.batch_size
    if arguments.learning_rate is not None:
        settings["schedule"]["learning_rate"] = arguments.learning_rate
    left = settings["schedule"]["total_steps"] - settings["step"]
    steps = arguments.steps if arguments.steps is not None else left if left > 0 else 1000

    import torch
    from accelerate import Accelerator
    from transformers import AutoModelForCausalLM, AutoTokenizer

    accelerator = Accelerator()
    train, held = text_of(arguments, settings)
    if settings["documents"] is not None:
        train = documents_of(train.tolist(), settings["documents"])
    chosen = dict(settings["optimizer"])
    kind = getattr(torch.optim, chosen.pop("class"))
    model, optimizer = prepared(
        accelerator, AutoModelForCausalLM.from_pretrained(HERE), lambda each: kind(each.parameters(), **chosen)
    )
    if arguments.judge:
        return accelerator.print(f"held out {judge(model, held, settings, accelerator.device):.6f} nats a token")
    moments = HERE / "training" / "optimizer.safetensors"
    if moments.exists() and not arguments.fresh:
        load_moments(model, optimizer, moments)
    model.train()
    for step in range(settings["step"], settings["step"] + steps):
        for group in optimizer.param_groups:
            group["lr"] = rate_at(settings["schedule"], step)
        rows = batch_of(train, settings, step, accelerator.process_index, accelerator.num_processes)
        inputs, targets = (each.to(accelerator.device) for each in rows)
        loss = loss_of(model, inputs, targets)
        accelerator.backward(loss)
        if settings["clip"] is not None:
            accelerator.clip_grad_norm_(model.parameters(), settings["clip"])
        optimizer.step()
        optimizer.zero_grad()
        if (step + 1) % arguments.every == 0 or step == settings["step"] + steps - 1:
            known = judge(model, held, settings, accelerator.device)
            accelerator.print(f"step {step + 1}: batch {loss.item():.6f}, held out {known:.6f} nats a token")

    whole = accelerator.get_state_dict(model)
    accelerator.unwrap_model(model).save_pretrained(
        arguments.out,
        is_main_process=accelerator.is_main_process,
        save_function=accelerator.save,
        state_dict=whole,
    )
    if accelerator.is_main_process and (HERE / "tokenizer.json").exists():
        AutoTokenizer.from_pretrained(HERE).save_pretrained(arguments.out)
    accelerator.print(f"{arguments.out}: step {settings['step'] + steps}")


if __name__ == "__main__":
    main()
