#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make_ico.py SVG ICO: draws the Windows icon from the SVG with rsvg-convert. Run by hand when the drawing changes."""
import struct
import subprocess
import sys

SIZES = (16, 24, 32, 48, 64, 128, 256)


def main(svg, ico):
    images = [subprocess.run(["rsvg-convert", f"--width={size}", f"--height={size}", svg], check=True,
                             stdout=subprocess.PIPE).stdout for size in SIZES]
    offset = 6 + 16 * len(images)
    head = struct.pack("<HHH", 0, 1, len(images))
    for size, image in zip(SIZES, images):
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(image), offset)
        offset += len(image)
    with open(ico, "wb") as file:
        file.write(head + b"".join(images))


if __name__ == "__main__":
    main(*sys.argv[1:])
