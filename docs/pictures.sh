#!/usr/bin/env bash
# Makes the recording and pictures that README.md shows, from the program in a real terminal: docs/recording.gif, light.png, city.png and chinese.png,
# and of three folders that nobody has prepared: mkdocs.png, mdbook.png, obsidian.png.
# Needs xvfb, xterm, xdotool, imagemagick, faketime and fonts (fonts-noto-cjk, fonts-dejavu-core).
# usage: docs/pictures.sh [PROGRAM]
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/release/madoguchi}")
place=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; rm -rf "$place"' EXIT
mkdir "$place/home" && cp -r examples/library "$place/home/library"

# Every picture shows the same minute, in which the Japanese desks are open.
export TZ=Asia/Tokyo LC_ALL=C.UTF-8 HOME=$place/home XDG_CACHE_HOME=$place/cache
moment='2026-11-25 20:48:00'
display=:$((RANDOM % 400 + 100))
Xvfb "$display" -screen 0 1200x800x24 >/dev/null 2>&1 &
pids+=($!)
export DISPLAY=$display
within() { for ((tries = 0; tries < 100; tries++)); do "$@" >/dev/null 2>&1 && return; sleep 0.1; done; echo "in vain: $*" >&2; exit 1; }
within xdotool getdisplaygeometry

# open THEME ARGUMENT…: the program in a new terminal of 100×30
open() {
    local back=$1 fore=$2
    shift 2
    (cd "$HOME" && exec xterm -geometry 100x30+0+0 -fa 'DejaVu Sans Mono' -fd 'Noto Sans Mono CJK JP' -fs 11 -bg "$back" -fg "$fore" \
        -e faketime -f "@$moment" "$program" "$@") &
    terminal=$!
    pids+=("$terminal")
    within xdotool search --onlyvisible --class xterm
    window=$(xdotool search --onlyvisible --class xterm | head -1)
    sleep 2
}
close() { kill "$terminal" && wait "$terminal" 2>/dev/null || true; }

number=0
frames=()
# frame HUNDREDTHS: what the terminal shows now, and for how long it is to be seen
frame() {
    sleep 0.3
    local file
    file=$place/$(printf %03d "$number").png
    number=$((number + 1))
    import -window "$window" "$file"
    frames+=(-delay "$1" "$file")
}
typed() {
    local text=$1 at
    for ((at = 0; at < ${#text}; at++)); do
        xdotool type -- "${text:at:1}"
        frame 14
    done
}
key() { xdotool key -- "$1" && frame "${2:-60}"; }

open '#101418' '#d8dee9' --lang ja
frame 250
# Romaji finds 解約, and the section is read.
typed kaiyaku
frame 160
key Return 240
key Escape 30
# The board of all desks.
key F4 220
key Escape 40
# A number that differs from the official one by a digit.
key F6 60
typed 0120-996-013
key Return 220
close
# A folder of Markdown that nobody has prepared.
open '#101418' '#d8dee9' library --lang en
frame 160
typed extend
key Return 220
close
convert -loop 0 "${frames[@]}" -layers optimize -colors 64 docs/recording.gif

open '#fbfbf8' '#202428' --lang en
xdotool type refund
sleep 1
import -window "$window" docs/light.png
close

# The counters of a city, by day.
moment='2026-11-25 14:05:00'
cp -r examples/city "$place/home/city"
open '#101418' '#d8dee9' --guide city kiosk --no-sandbox --idle 600
import -window "$window" -colors 64 docs/city.png
close
open '#101418' '#d8dee9' city --lang zh-Hant
for key in Tab Down Return; do xdotool key "$key"; sleep 0.3; done
import -window "$window" -colors 64 docs/chinese.png
close

# Three layouts: MkDocs with desks, mdBook, and a vault of notes.
cp -r examples/bicycles examples/garden "$place/home"
# folder PICTURE FOLDER LANGUAGE WORDS: what is found for words in a folder, and read
folder() {
    local picture=$1 folder=$2 language=$3 words=$4
    open '#101418' '#d8dee9' "$folder" --lang "$language"
    xdotool type -- "$words"
    sleep 1
    xdotool key Return
    sleep 0.5
    import -window "$window" -depth 8 -colors 32 "$picture"
    close
}
folder docs/mkdocs.png library ja enchou
folder docs/mdbook.png bicycles ja panku
folder docs/obsidian.png garden en water
