# What is done again and again. `just` alone lists it.

default:
    @just --list

# Everything that CI runs
ci:
    .ci/run

# The browser on the guide of this folder
run *ARGS:
    cargo run --release -- {{ARGS}}

# All tests
test:
    cargo test

# New questions for all properties, many times as many as in the tests
explore CASES="20000":
    PROPTEST_RNG_SEED=$(od -An -N4 -tu4 /dev/urandom | tr -d ' ') PROPTEST_CASES={{CASES}} cargo test --lib

# Accept changed screen snapshots, after a look at each
snapshots:
    INSTA_UPDATE=always cargo test --test it screens
    git diff --stat -- tests/it/snapshots

# The tables of keys and words in the manual, from the program's list
keys:
    UPDATE_KEYS=1 cargo test --test it key_tables
    git diff --stat -- docs/manual

# Whole-program figures, beside less
bench:
    benches/whole_program.py

# The table of readings, from Debian's mecab-ipadic
readings DICTIONARY="/usr/share/mecab/dic/ipadic":
    iconv -f EUC-JP -t UTF-8 {{DICTIONARY}}/*.csv | cargo run --release --example readings_table -- src/text/reading

# The table of spellings, from SudachiDict's core dictionary, its synonyms (both of its repository and of PyPI) and, for
# which words are common, Debian's mecab-ipadic. Needs sudachipy and wordfreq for Python
spellings CORE SYNONYMS DICTIONARY="/usr/share/mecab/dic/ipadic":
    iconv -f EUC-JP -t UTF-8 {{DICTIONARY}}/*.csv | cut -d, -f1 | examples/variants_table/spellings.py {{CORE}} {{SYNONYMS}} | \
        cargo run --release --example variants_table -- src/text/variants

# What finds the lines of the thesaurus (src/search/thesaurus/*.txt), anew
thesaurus:
    UPDATE_THESAURUS=1 cargo test --lib thesaurus
    git diff --stat -- src/search/thesaurus

# The table of simplified Chinese characters, from Unicode's Unihan database as Debian's unicode-data has it
chinese VARIANTS="/usr/share/unicode/Unihan_Variants.txt.bz2":
    bzcat {{VARIANTS}} | examples/chinese_table/pairs.py > target/table.rs
    mv target/table.rs src/text/variants/chinese/table.rs

# The table of words and their vectors, from SudachiDict's core dictionary, ja_ginza's vocabulary, all-MiniLM-L6-v2,
# sentences of WordNet and of two manuals, and the sections of many others (examples/vectors_table/vectors.py and paired.py
# say which packages and repositories they are in, and what is needed)
vectors CORE VOCABULARY MODEL WORDNET MANUALS GUIDES:
    examples/vectors_table/vectors.py src/search/meaning {{CORE}} {{VOCABULARY}} {{MODEL}} {{WORDNET}} {{MANUALS}} | \
        cargo run --release --example vectors_table -- src/search/meaning | \
        examples/vectors_table/paired.py src/search/meaning {{GUIDES}} {{WORDNET}}

# The table of common words and names, from SudachiDict's core dictionary, Debian's mecab-ipadic and wamerican-large, and the
# folder of PyPI's names. Needs sudachipy and wordfreq for Python
common-words CORE NAMES DICTIONARY="/usr/share/mecab/dic/ipadic" AMERICAN="/usr/share/dict/american-english-large":
    examples/common_words/words.py {{CORE}} {{DICTIONARY}} {{AMERICAN}} {{NAMES}} | \
        cargo run --release --example common_words -- src/insight/words

# The tests of faults that take minutes: each system call of the kiosk fails once, a thousand builds of a large index are
# killed, a kiosk is flooded with megabytes
faults:
    cargo test --release --test it -- --ignored each_call_of_every_kind_fails a_thousand_builds_of_a_large_index floods_of_many_megabytes

# Everything that is given to others: packages for Debian and RPM, tarballs, checksums (docs/packaging.md)
dist:
    packaging/dist.sh

# Pictures and the recording of docs/, from a real terminal
pictures:
    docs/pictures.sh

# Figures of this branch beside those of another
compare BRANCH="main":
    benches/compare.py {{BRANCH}}

# The twenty slowest tests, in seconds (one at a time, so that none waits for another)
slowest:
    RUSTC_BOOTSTRAP=1 cargo test --locked -- -Z unstable-options --report-time --test-threads 1 | \
        sed -n 's/^test \(.*\) \.\.\. ok <\(.*\)s>$/\2 \1/p' | sort -rn | head -20
