package dev.letsbackprop.documentation;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.operation.Catalogue;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** What CONTRIBUTING claims of adding an operation: the diff there is all of it. */
class WorkedDiffTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final List<String> ENGINE =
      List.of("tensor", "operation", "graph", "differentiation");

  private static final String OPERATION = "bell";
  private static final String RULES = "dev.letsbackprop.operation.RuleTest";

  @TempDir private Path folder;

  @Test
  void oneRecordInOneFileIsAnOperationThatTheRuleTestCovers() throws Exception {
    Patch patch = Patch.in(Files.readString(Path.of("CONTRIBUTING.md")));
    assertNull(Catalogue.find(OPERATION));
    copyEngine();
    Path file = folder.resolve("src").resolve(SOURCES.relativize(Path.of(patch.file())));
    Files.writeString(file, patch.apply(Files.readString(file)));
    compile();
    try (URLClassLoader patched = loader()) {
      Class<?> catalogue = patched.loadClass(Catalogue.class.getName());
      assertNotNull(catalogue.getMethod("find", String.class).invoke(null, OPERATION));
      runRules(patched.loadClass(RULES));
    }
  }

  private void copyEngine() throws IOException {
    for (String room : ENGINE) {
      Path from = SOURCES.resolve("dev/letsbackprop").resolve(room);
      Path to = Files.createDirectories(folder.resolve("src/dev/letsbackprop").resolve(room));
      try (Stream<Path> files = Files.list(from)) {
        for (Path file : files.toList()) {
          Files.copy(file, to.resolve(file.getFileName()));
        }
      }
    }
  }

  private void compile() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Path classes = Files.createDirectories(folder.resolve("classes"));
    StringWriter output = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.walk(folder.resolve("src"))) {
      List<Path> files = sources.filter(Files::isRegularFile).toList();
      List<String> options =
          List.of(
              "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
      boolean good =
          compiler
              .getTask(
                  output, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
              .call();
      assertTrue(good, output.toString());
    }
  }

  /** The patched engine and the tests, apart from the engine that this test runs in. */
  private URLClassLoader loader() throws IOException {
    List<URL> urls = new ArrayList<>();
    urls.add(folder.resolve("classes").toUri().toURL());
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!Path.of(entry).endsWith(Path.of("target", "classes"))) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  /**
   * Runs every test of the rules on the operation; the patched class has annotations of its own.
   */
  private static void runRules(Class<?> rules) throws Exception {
    Constructor<?> constructor = rules.getDeclaredConstructor();
    constructor.setAccessible(true);
    Object test = constructor.newInstance();
    List<String> tests =
        Stream.of(Class.forName(RULES).getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(ParameterizedTest.class))
            .map(Method::getName)
            .toList();
    assertTrue(tests.containsAll(List.of("firstOrder", "secondOrder")));
    for (String each : tests) {
      Method method = rules.getDeclaredMethod(each, String.class);
      method.setAccessible(true);
      method.invoke(test, OPERATION);
    }
  }
}
