package dev.letsbackprop.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The Python of this machine; {@code PYTHON} in the environment names another. */
final class Interpreter {
  private static final String PYTHON = System.getenv().getOrDefault("PYTHON", "/usr/bin/python3");
  private static final Path RUN = Path.of("src/test/resources/python/run.py").toAbsolutePath();

  private Interpreter() {}

  /** Whether continuous integration runs this, where nothing may be missing. */
  static boolean mustBeComplete() {
    return "true".equals(System.getenv("CI"));
  }

  /** Whether a module can be imported. */
  static boolean has(String module) {
    try {
      return start(Path.of("."), List.of("-c", "import " + module)) == 0;
    } catch (IOException noPython) {
      return false;
    }
  }

  private static int start(Path log, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(PYTHON, "-B"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(
        Files.isDirectory(log)
            ? ProcessBuilder.Redirect.DISCARD
            : ProcessBuilder.Redirect.to(log.toFile()));
    try {
      return builder.start().waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Runs scripts, one after another.
   *
   * @param run whether they are run, or compiled only
   * @return for each what it printed, or what went wrong, which starts with {@code Traceback}
   */
  static List<String> run(Path folder, List<String> scripts, boolean run) {
    try {
      for (int at = 0; at < scripts.size(); at++) {
        Files.writeString(folder.resolve(file(at, "py")), scripts.get(at));
      }
      Path log = folder.resolve("log");
      Files.createFile(log);
      int status = start(log, List.of(RUN.toString(), folder.toString(), run ? "run" : "compile"));
      if (status != 0) {
        throw new AssertionError(Files.readString(log));
      }
      List<String> printed = new ArrayList<>();
      for (int at = 0; at < scripts.size(); at++) {
        Path out = folder.resolve(file(at, "out"));
        printed.add(Files.readString(Files.exists(out) ? out : folder.resolve(file(at, "err"))));
      }
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String file(int at, String suffix) {
    return String.format("%05d.%s", at, suffix);
  }

  /** What a library is imported as. */
  static String module(Library library) {
    return library == Library.PYTORCH ? "torch" : library.name().toLowerCase(Locale.ROOT);
  }
}
