package dev.letsbackprop.export;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;

/** What a script computes with. */
public enum Library {
  NUMPY("np", "np.float64", "np.array", "import numpy as np\n", "numpy.py"),
  PYTORCH(
      "torch",
      "torch.tensor",
      "torch.tensor",
      """
      import torch
      import torch.nn.functional as F

      torch.set_default_dtype(torch.float64)
      """,
      "pytorch.py"),
  /** NumPy's functions under another name, but that some of its own go before these. */
  JAX(
      "jnp",
      "jnp.array",
      "jnp.array",
      """
      import jax
      import jax.numpy as jnp

      jax.config.update("jax_enable_x64", True)
      """,
      "numpy.py jax.py");

  private final String module;
  private final String scalar;
  private final String array;
  private final String imports;
  private final String files;

  Library(String module, String scalar, String array, String imports, String files) {
    this.module = module;
    this.scalar = scalar;
    this.array = array;
    this.imports = imports;
    this.files = files;
  }

  /** What the script calls it. */
  String module() {
    return module;
  }

  /** The lines that make it known. */
  String imports() {
    return imports;
  }

  /** Where its functions stand, those that go before others last. */
  List<String> files() {
    return List.of(files.split(" "));
  }

  /** A number, as Python writes it, as one of its own. */
  String scalar(String number) {
    return scalar + "(" + number + ")";
  }

  /** A tensor written out. */
  String tensor(Tensor value) {
    Shape shape = value.shape();
    if (shape.rank() == 0) {
      return scalar(Literal.number(value.item()));
    }
    String sides = Literal.tuple(shape.toList());
    if (value.size() == 0) {
      return module + ".zeros(" + sides + ")";
    }
    return Literal.isUniform(value)
        ? module + ".full(" + sides + ", " + Literal.number(value.at(0)) + ")"
        : array + "(" + Literal.nested(value) + ")";
  }
}
