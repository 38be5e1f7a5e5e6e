"""English words and their vectors: each word by itself through the model all-MiniLM-L6-v2, as model2vec does it."""

import math

import numpy
import wordfreq
from safetensors.numpy import load_file
from tokenizers import Tokenizer

WORDS = 20_000
LAYERS, HEADS = 6, 12
BATCH = 256


def words(model):
    """The most frequent words of English, and what the model makes of them."""
    frequencies = wordfreq.get_frequency_dict("en", wordlist="large")
    wanted = (word for word in frequencies if word.isascii() and word.isalpha() and len(word) > 1)
    chosen = sorted(wanted, key=lambda word: (-frequencies[word], word))[:WORDS]
    return chosen, Model(model).vectors(chosen)


class Model:
    def __init__(self, folder):
        self.weights = load_file(folder / "model.safetensors")
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()

    def vectors(self, texts):
        tokens = [self.tokenizer.encode(text).ids for text in texts]
        found = numpy.zeros((len(texts), self.weights["embeddings.word_embeddings.weight"].shape[1]), numpy.float32)
        # Texts of the same length together, so that none needs to be filled up.
        for length in sorted(set(map(len, tokens))):
            of_length = [at for at, some in enumerate(tokens) if len(some) == length]
            for start in range(0, len(of_length), BATCH):
                some = of_length[start : start + BATCH]
                found[some] = self.forward(numpy.array([tokens[at] for at in some]))
        return found

    def linear(self, x, name):
        return x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]

    def norm(self, x, name):
        x = (x - x.mean(-1, keepdims=True)) / numpy.sqrt(x.var(-1, keepdims=True) + 1e-12)
        return x * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]

    def forward(self, tokens):
        """The mean over the tokens of what BERT's encoder makes of them."""
        count, length = tokens.shape
        x = self.weights["embeddings.word_embeddings.weight"][tokens]
        x = x + self.weights["embeddings.position_embeddings.weight"][:length]
        x = self.norm(x + self.weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for layer in range(LAYERS):
            name = f"encoder.layer.{layer}"
            query, key, value = (
                self.linear(x, f"{name}.attention.self.{part}").reshape(count, length, HEADS, -1).transpose(0, 2, 1, 3)
                for part in ("query", "key", "value")
            )
            attention = numpy.exp(query @ key.transpose(0, 1, 3, 2) / math.sqrt(query.shape[-1]))
            attention /= attention.sum(-1, keepdims=True)
            heard = (attention @ value).transpose(0, 2, 1, 3).reshape(count, length, -1)
            output = f"{name}.attention.output"
            x = self.norm(self.linear(heard, f"{output}.dense") + x, f"{output}.LayerNorm")
            inner = gelu(self.linear(x, f"{name}.intermediate.dense"))
            x = self.norm(self.linear(inner, f"{name}.output.dense") + x, f"{name}.output.LayerNorm")
        return x.mean(axis=1)


def gelu(x):
    """With the error function as Abramowitz and Stegun approximate it (7.1.26: to seven digits)."""
    size = numpy.abs(x) / math.sqrt(2)
    t = 1 / (1 + 0.3275911 * size)
    series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
    return x * 0.5 * (1 + numpy.sign(x) * (1 - series * numpy.exp(-size * size)))
