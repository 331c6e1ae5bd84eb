# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the peers and builds the program; sets BENCH_PYTHON. Sourced from the project's folder.
packages=(libglpk-dev libical-dev libcsv-dev libsqlite3-dev libqrencode-dev libxlsxwriter-dev)
packages+=(libminizip-dev zlib1g-dev libexpat1-dev libidn2-dev libgmime-3.0-dev libmicrohttpd-dev)
packages+=(tzdata pkg-config python3-venv glpk-utils coinor-cbc)
missing=()
for package in "${packages[@]}"; do
  dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
done
if [ "${#missing[@]}" -gt 0 ]; then
  sudo=$([ "$(id -u)" = 0 ] || echo sudo)
  $sudo apt-get update -qq
  $sudo apt-get install -y -qq "${missing[@]}"
fi
BENCH_PYTHON="$PWD/.build/bench-venv/bin/python"
peers=(highspy==1.16.0 ortools==9.15.6755 numpy==2.4.6)
[ -x "$BENCH_PYTHON" ] || python3 -m venv .build/bench-venv
if [ "$("$BENCH_PYTHON" -m pip freeze | grep -cxFf <(printf '%s\n' "${peers[@]}"))" != "${#peers[@]}" ]; then
  "$BENCH_PYTHON" -m pip install -q "${peers[@]}"
fi
swift build -c release --product programme --quiet
