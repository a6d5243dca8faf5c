#!/bin/bash
# What the runs of this folder have in common: counting, installing Debian's packages, steps with deadlines. The last
# line of a run is `N passed, N failed`, and its exit code says the same.

readonly CHECK_DEADLINE_SECONDS=180

passed=0
failed=0
counted_output=$(mktemp)

close() {
  local status=$?
  rm -f "$counted_output"
  # A step outside the tests and checks that fails must not pass for success.
  if ((status != 0 && failed == 0)); then failed=1; fi
  echo "$passed passed, $failed failed"
  ((failed == 0)) || exit 1
}
trap close EXIT

step() {
  echo "== $1"
  "${@:2}"
}

# The servers that the packages bring need not run: tests start their own on free ports.
install_debian_packages() {
  local wanted=("$@") missing=() package
  command -v node >/dev/null || wanted+=(nodejs)
  command -v npm >/dev/null || wanted+=(npm)
  if ! command -v apt-get >/dev/null || ((EUID != 0)); then
    echo 'not root on a Debian system: going on with what is installed'
    return
  fi
  for package in "${wanted[@]}"; do
    [[ $(dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null) == *' installed' ]] || missing+=("$package")
  done
  if ((${#missing[@]} == 0)); then return; fi
  echo "installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -qq --yes --no-install-recommends "${missing[@]}" >/dev/null
}

# count NAME SECONDS COMMAND…: a command that ends in `N passed, N failed` itself.
count() {
  echo "== $1"
  local status=0 line before=$failed
  timeout --kill-after=30 "$2" "${@:3}" 2>&1 | tee "$counted_output" || status=$?
  line=$(grep -E '^[0-9]+ passed, [0-9]+ failed' "$counted_output" | tail -n 1 || true)
  if [[ $line =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed ]]; then
    passed=$((passed + BASH_REMATCH[1]))
    failed=$((failed + BASH_REMATCH[2]))
  fi
  # A run that ended badly without counting a failure (no closing line, a deadline, a crash) is one.
  if ((status != 0 && failed == before)); then failed=$((failed + 1)); fi
}

# check NAME COMMAND…
check() {
  within "$1" "$CHECK_DEADLINE_SECONDS" "${@:2}"
}

# within NAME SECONDS COMMAND…
within() {
  echo "== $1"
  if timeout --kill-after=10 "$2" "${@:3}"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "$1: failed"
  fi
}
