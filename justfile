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

# Accept changed screen snapshots, after a look at each
snapshots:
    INSTA_UPDATE=always cargo test --test it screens
    git diff --stat -- tests/it/snapshots

# Whole-program figures, beside less
bench:
    benches/whole_program.py

# The table of readings, from Debian's mecab-ipadic
readings DICTIONARY="/usr/share/mecab/dic/ipadic":
    iconv -f EUC-JP -t UTF-8 {{DICTIONARY}}/*.csv | cargo run --release --example readings_table -- src/text/reading
