#!/bin/sh
# Checks the whole installation, each finding with its fix: `showrunner validate`, with the same options (--help).
set -eu

# That of the file itself, when this is a link to it.
folder=$(dirname -- "$(readlink -f -- "$0")")

if ! command -v node >/dev/null 2>&1; then
  cat >&2 <<'TEXT'
✖ There is no Node on this machine's PATH, and the checks are run by Node.
  fix   install Node 18 or newer with npm, then run this again:
          Debian, Ubuntu   sudo apt-get install nodejs npm
          Fedora           sudo dnf install nodejs
          Alpine           sudo apk add nodejs-current npm
          macOS            brew install node
          others           https://nodejs.org/en/download
        With Docker alone the stack runs without Node, and Compose checks its own file:
          docker compose config --quiet && docker compose up -d --wait
TEXT
  exit 127
fi

exec node "$folder/runtime/bootstrap.mjs" validate "$@"
