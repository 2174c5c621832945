"""Runs a folder's train.py over the batches of a file, and not over those that it draws: python sameBatches.py FOLDER FILE …"""

import sys

sys.dont_write_bytecode = True
folder, file, *rest = sys.argv[1:]
sys.path.insert(0, folder)
sys.argv = ["train.py", *rest]

import train  # noqa: E402
from safetensors.torch import load_file  # noqa: E402

batches = load_file(file)
train.batch_of = lambda _tokens, _settings, step, _rank, _world: (
    batches[f"{step}.inputs"].long(),
    batches[f"{step}.targets"].long(),
)
train.main()
