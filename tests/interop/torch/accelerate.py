"""What train.py asks of accelerate, in one process."""

import torch


class Accelerator:
    device = torch.device("cpu")
    process_index = 0
    num_processes = 1
    is_main_process = True

    def prepare(self, *each):
        return each if len(each) > 1 else each[0]

    def backward(self, loss):
        loss.backward()

    def clip_grad_norm_(self, parameters, most):
        return torch.nn.utils.clip_grad_norm_(parameters, most)

    def get_state_dict(self, model):
        return model.state_dict()

    def unwrap_model(self, model):
        return model

    def save(self, *_, **__):
        raise NotImplementedError

    def print(self, *each):
        print(*each)
