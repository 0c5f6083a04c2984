package dev.letsbackprop.json;

/** How tensors are written. */
public enum Encoding {
  /** Nested arrays; a scalar is a number. */
  NESTED,
  /** {@code {"shape": [2, 3], "data": [1, 2, 3, 4, 5, 6]}}, row-major. */
  FLAT,
  /** {@code {"shape": [2, 3], "base64": "…"}}, little-endian float64. */
  BASE64
}
