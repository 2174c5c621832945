"""What train.py asks of safetensors, for machines that have PyTorch alone."""
