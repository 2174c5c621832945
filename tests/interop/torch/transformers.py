"""A Llama with the names, shapes and files of transformers’ LlamaForCausalLM, written from its equations, in PyTorch."""

import json
import shutil
from pathlib import Path
from types import SimpleNamespace

import torch
from safetensors.torch import load_file, save_file
from torch import nn


class Norm(nn.Module):
    def __init__(self, width, epsilon):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))
        self.epsilon = epsilon

    def forward(self, x):
        return self.weight * x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + self.epsilon)


def turned(x, base):
    """Rotary positions over halves of a head: [batch, heads, time, head]."""
    time, head = x.shape[-2:]
    rates = base ** (-torch.arange(0, head, 2, dtype=torch.float64) / head)
    angles = torch.outer(torch.arange(time, dtype=torch.float64), rates).float()
    cos, sin = torch.cat([angles.cos()] * 2, -1), torch.cat([angles.sin()] * 2, -1)
    left, right = x.chunk(2, -1)
    return x * cos + torch.cat([-right, left], -1) * sin


class Attention(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.c = c
        heads, shared = c["num_attention_heads"] * c["head_dim"], c["num_key_value_heads"] * c["head_dim"]
        self.q_proj = nn.Linear(c["hidden_size"], heads, bias=False)
        self.k_proj = nn.Linear(c["hidden_size"], shared, bias=False)
        self.v_proj = nn.Linear(c["hidden_size"], shared, bias=False)
        self.o_proj = nn.Linear(heads, c["hidden_size"], bias=False)

    def forward(self, x):
        batch, time, _ = x.shape
        head = self.c["head_dim"]
        q, k, v = (f(x).view(batch, time, -1, head).transpose(1, 2) for f in (self.q_proj, self.k_proj, self.v_proj))
        q, k = turned(q, self.c["rope_theta"]), turned(k, self.c["rope_theta"])
        repeats = q.shape[1] // k.shape[1]
        k, v = k.repeat_interleave(repeats, 1), v.repeat_interleave(repeats, 1)
        scores = q @ k.transpose(-1, -2) / head**0.5
        scores = scores.masked_fill(torch.ones(time, time).triu(1).bool(), float("-inf"))
        return self.o_proj((scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, time, -1))


class FeedForward(nn.Module):
    def __init__(self, width, hidden):
        super().__init__()
        self.gate_proj = nn.Linear(width, hidden, bias=False)
        self.up_proj = nn.Linear(width, hidden, bias=False)
        self.down_proj = nn.Linear(hidden, width, bias=False)

    def forward(self, x):
        return self.down_proj(nn.functional.silu(self.gate_proj(x)) * self.up_proj(x))


class Block(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.input_layernorm = Norm(c["hidden_size"], c["rms_norm_eps"])
        self.self_attn = Attention(c)
        self.post_attention_layernorm = Norm(c["hidden_size"], c["rms_norm_eps"])
        self.mlp = FeedForward(c["hidden_size"], c["intermediate_size"])

    def forward(self, x):
        x = x + self.self_attn(self.input_layernorm(x))
        return x + self.mlp(self.post_attention_layernorm(x))


class Body(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.embed_tokens = nn.Embedding(c["vocab_size"], c["hidden_size"])
        self.layers = nn.ModuleList([Block(c) for _ in range(c["num_hidden_layers"])])
        self.norm = Norm(c["hidden_size"], c["rms_norm_eps"])

    def forward(self, ids):
        x = self.embed_tokens(ids)
        for layer in self.layers:
            x = layer(x)
        return self.norm(x)


class AutoModelForCausalLM(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.config = config
        self.model = Body(config)
        self.lm_head = nn.Linear(config["hidden_size"], config["vocab_size"], bias=False)
        if config["tie_word_embeddings"]:
            self.lm_head.weight = self.model.embed_tokens.weight

    def forward(self, input_ids):
        return SimpleNamespace(logits=self.lm_head(self.model(input_ids)))

    @classmethod
    def from_pretrained(cls, folder):
        config = json.loads((Path(folder) / "config.json").read_text())
        assert config["architectures"] == ["LlamaForCausalLM"]
        model = cls(config)
        kept = load_file(Path(folder) / "model.safetensors")
        if config["tie_word_embeddings"]:
            kept["lm_head.weight"] = kept["model.embed_tokens.weight"]
        model.load_state_dict(kept)
        return model

    def save_pretrained(self, folder, state_dict, **_):
        Path(folder).mkdir(parents=True, exist_ok=True)
        tied = self.config["tie_word_embeddings"]
        save_file(
            {name: x for name, x in state_dict.items() if not (tied and name == "lm_head.weight")},
            Path(folder) / "model.safetensors",
        )
        (Path(folder) / "config.json").write_text(json.dumps(self.config))


class AutoTokenizer:
    def __init__(self, folder):
        self.folder = Path(folder)

    @classmethod
    def from_pretrained(cls, folder):
        return cls(folder)

    def save_pretrained(self, folder):
        for name in ("tokenizer.json", "tokenizer_config.json"):
            shutil.copy(self.folder / name, folder)
