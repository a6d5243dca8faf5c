#!/bin/bash
# A Docker engine for `npm run test:containers` on a Debian machine that has none and can pull no image: Debian's
# engine, Compose and buildx built with Go, and images of this machine's own making under the names of the base images.
#
#   scripts/container-tools.sh start   installs, builds and starts what is missing; prints the environment to use it,
#                                      and ENGINE=running where it ran before
#   scripts/container-tools.sh stop    ends the engine with all its containers; what was built is kept
#
# Everything lies under ${XDG_CACHE_HOME:-~/.cache}/showrunner-tools. Package registries and proxies are those of apt,
# Go and npm as they are set up on this machine. Building takes about five minutes once, a start two seconds.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."

readonly COMPOSE_VERSION=v5.6.0
readonly BUILDX_VERSION=v0.38.2
readonly NPM_VERSION=11.19.1
# Debian's package for each program that is needed.
readonly -A DEBIAN_PACKAGES=([dockerd]=docker.io [docker]=docker.io [debootstrap]=debootstrap)

readonly CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/showrunner-tools"
readonly BIN="$CACHE/bin"
# What was built is named for its version, so that another one is built anew.
readonly COMPOSE="$BIN/docker-compose-$COMPOSE_VERSION"
readonly BUILDX="$BIN/buildx-$BUILDX_VERSION"
readonly PLUGINS="$CACHE/docker-config/cli-plugins"
# A socket's path may have 107 bytes, so it does not lie in the cache.
readonly RUN="/tmp/showrunner-engine.$UID"
readonly SOCKET="unix://$RUN/docker.sock"
readonly STARTS_WITHIN_SECONDS=30

export DEBIAN_FRONTEND=noninteractive
export DOCKER_HOST=$SOCKET DOCKER_CONFIG="$CACHE/docker-config"

main() {
  case "${1:-}" in
    start)
      local engine=started
      if docker info >/dev/null 2>&1; then engine=running; fi
      start >&2
      printf '%s\n' "DOCKER_HOST=$DOCKER_HOST" "DOCKER_CONFIG=$DOCKER_CONFIG" "ENGINE=$engine"
      ;;
    stop) stop ;;
    *) fail "usage: $0 start|stop" ;;
  esac
}

start() {
  mkdir -p "$BIN" "$PLUGINS" "$RUN"
  if [[ ! -x $COMPOSE || ! -x $BUILDX ]] && ! command -v go >/dev/null; then
    fail 'Compose and buildx are built with Go, and there is none on the PATH. Install Go and try again.'
  fi
  install_packages
  build_plugins
  start_engine
  make_images
}

install_packages() {
  local program
  local -A packages=()
  for program in "${!DEBIAN_PACKAGES[@]}"; do
    command -v "$program" >/dev/null || packages["${DEBIAN_PACKAGES[$program]}"]=yes
  done
  ((${#packages[@]})) || return 0
  if ((EUID != 0)) || ! command -v apt-get >/dev/null; then
    fail 'No Docker engine answers, and one can be installed here only by root on Debian. Start Docker and try again.'
  fi
  echo "installing Debian packages: ${!packages[*]}"
  apt-get update -qq
  apt-get install -qq --yes --no-install-recommends "${!packages[@]}" >/dev/null
}

# Compose checks the version that is linked into buildx, and both come with none.
build_plugins() {
  if [[ ! -x $COMPOSE ]]; then
    echo "building Compose $COMPOSE_VERSION, about three minutes"
    local module
    module=$(mktemp -d)
    (
      cd "$module"
      go mod init showrunner.local/compose
      go get -tool "github.com/docker/compose/v5/cmd@$COMPOSE_VERSION"
      CGO_ENABLED=0 go build -o "$COMPOSE" \
        -ldflags "-s -w -X github.com/docker/compose/v5/internal.Version=$COMPOSE_VERSION" \
        github.com/docker/compose/v5/cmd
    ) 2>"$CACHE/compose.log" || fail "Compose could not be built; see $CACHE/compose.log"
    rm -rf "$module"
  fi
  if [[ ! -x $BUILDX ]]; then
    echo "building buildx $BUILDX_VERSION, about five minutes"
    local package=github.com/docker/buildx
    GOBIN=$BIN CGO_ENABLED=0 go install \
      -ldflags "-s -w -X $package/version.Version=$BUILDX_VERSION -X $package/version.Package=$package" \
      "$package/cmd/buildx@$BUILDX_VERSION" 2>"$CACHE/buildx.log" ||
      fail "buildx could not be built; see $CACHE/buildx.log"
    mv "$BIN/buildx" "$BUILDX"
  fi
  ln -sf "$COMPOSE" "$PLUGINS/docker-compose"
  ln -sf "$BUILDX" "$PLUGINS/docker-buildx"
}

start_engine() {
  docker info >/dev/null 2>&1 && return
  echo 'starting the engine'
  setsid dockerd --host "$SOCKET" --data-root "$CACHE/engine" --exec-root "$RUN/exec" --pidfile "$RUN/docker.pid" \
    </dev/null >"$RUN/dockerd.log" 2>&1 &
  local deadline=$((SECONDS + STARTS_WITHIN_SECONDS))
  until docker info >/dev/null 2>&1; do
    ((SECONDS < deadline)) || fail "The engine does not answer: $(tail -n 3 "$RUN/dockerd.log")"
    sleep 0.2
  done
}

# One Debian with Node, npm and Redis stands in for both base images where they cannot be pulled.
make_images() {
  local node_image node_version redis_image image missing=()
  node_image=$(sed -n 's/^ARG NODE_IMAGE=//p' ai-infra/docker/Dockerfile)
  redis_image=$(sed -n 's/^ *image: .*\(redis:[^}]*\)}\{0,1\}$/\1/p' docker-compose.yml)
  for image in "$node_image" "$redis_image"; do
    docker image inspect "$image" >/dev/null 2>&1 || timeout 20 docker pull --quiet "$image" >/dev/null 2>&1 ||
      missing+=("$image")
  done
  ((${#missing[@]})) || return 0
  echo "making a stand-in for ${missing[*]}"
  node_version=${node_image#node:}
  make_root_filesystem "${node_version%%-*}"
  local made
  made=$(tar -C "$CACHE/rootfs" -c . | docker import \
    --change 'ENV NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt' \
    --change 'VOLUME /data' --change 'WORKDIR /data' --change 'CMD ["node"]' -)
  for image in "${missing[@]}"; do docker tag "$made" "$image"; done
}

# Node and npm come from npm's registry: this machine's own Node may be another, and may need its libraries.
make_root_filesystem() {
  local root="$CACHE/rootfs" made="node $1, npm $NPM_VERSION" node_package
  [[ -e $CACHE/rootfs.done && $(<"$CACHE/rootfs.done") == "$made" ]] && return
  rm -rf "$root"
  debootstrap --variant=minbase --include=ca-certificates,libatomic1,redis-server bookworm "$root" >"$CACHE/debootstrap.log"
  rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/*
  # As in the official images: `node` is 1000, `redis` 999 and owns /data.
  chroot "$root" useradd --uid 1000 --user-group --create-home --shell /bin/bash node
  chroot "$root" groupmod --gid 999 redis
  chroot "$root" usermod --uid 999 redis
  install -d -o 999 -g 999 "$root/data"
  node_package="node-linux-$(node --print process.arch)"
  npm install --silent --no-save --prefix "$CACHE/npm" "npm@$NPM_VERSION" "$node_package@$1"
  install -m 755 "$CACHE/npm/node_modules/$node_package/bin/node" "$root/usr/local/bin/node"
  mkdir -p "$root/usr/local/lib/node_modules"
  cp -r "$CACHE/npm/node_modules/npm" "$root/usr/local/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
  # This machine may reach its registries through a proxy with an authority of its own.
  cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
  printf '%s\n' "$made" >"$CACHE/rootfs.done"
}

stop() {
  local pid deadline=$((SECONDS + STARTS_WITHIN_SECONDS))
  [[ -e $RUN/docker.pid ]] || return 0
  pid=$(<"$RUN/docker.pid")
  kill "$pid" 2>/dev/null || true
  while kill -0 "$pid" 2>/dev/null; do
    ((SECONDS < deadline)) || fail "The engine (pid $pid) does not end."
    sleep 0.2
  done
  rm -rf "$RUN"
}

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

main "$@"
