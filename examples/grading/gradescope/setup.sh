#!/usr/bin/env bash
# Gradescope runs this once, as root, while it builds the autograder's image.
set -euo pipefail

mkdir -p /opt/java
curl --fail --silent --show-error --location \
  https://api.adoptium.net/v3/binary/latest/25/ga/linux/x64/jre/hotspot/normal/eclipse |
  tar --extract --gzip --strip-components 1 --directory /opt/java
