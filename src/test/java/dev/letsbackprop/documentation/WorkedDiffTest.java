package dev.letsbackprop.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.export.Library;
import dev.letsbackprop.layer.LayerCatalogue;
import dev.letsbackprop.operation.Catalogue;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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

/** What CONTRIBUTING claims of adding an operation or a layer: the diffs there are all of it. */
class WorkedDiffTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final List<String> ENGINE =
      List.of("tensor", "operation", "graph", "differentiation");
  private static final List<String> SERVICE =
      List.of("limit", "admission", "layer", "json", "model", "service");

  private static final String OPERATION = "bell";
  private static final String LAYER = "scale";
  private static final String RULES = "dev.letsbackprop.operation.RuleTest";
  private static final String LAYERS = "dev.letsbackprop.layer.LayerCatalogueTest";

  @TempDir private Path folder;

  @Test
  void oneRecordInOneFileIsAnOperationThatTheRuleTestCovers() throws Exception {
    assertNull(Catalogue.find(OPERATION));
    ENGINE.forEach(this::copy);
    copy("export");
    apply(patch(0));
    compile();
    try (URLClassLoader patched = loader()) {
      Class<?> catalogue = patched.loadClass(Catalogue.class.getName());
      assertNotNull(catalogue.getMethod("find", String.class).invoke(null, OPERATION));
      assertIsSpelled(patched);
      run(patched.loadClass(RULES), OPERATION, List.of("firstOrder", "secondOrder"));
    }
  }

  @Test
  void oneRecordInOneFileIsALayerWhoseExampleRuns() throws Exception {
    assertNull(LayerCatalogue.find(LAYER));
    ENGINE.forEach(this::copy);
    SERVICE.forEach(this::copy);
    apply(patch(1));
    compile();
    try (URLClassLoader patched = loader()) {
      run(patched.loadClass(LAYERS), LAYER, List.of("itsExampleRuns"));
    }
  }

  /** Each library of Python gets the operation's function. */
  private static void assertIsSpelled(ClassLoader patched) throws Exception {
    Class<?> library = patched.loadClass(Library.class.getName());
    Class<?> functions = patched.loadClass("dev.letsbackprop.export.Functions");
    Method of = functions.getDeclaredMethod("of", library);
    of.setAccessible(true);
    Method find = functions.getDeclaredMethod("find", String.class);
    find.setAccessible(true);
    for (Object each : library.getEnumConstants()) {
      assertNotNull(find.invoke(of.invoke(null, each), OPERATION), each.toString());
    }
  }

  private static Patch patch(int place) throws IOException {
    List<Patch> patches = Patch.in(Files.readString(Path.of("CONTRIBUTING.md")));
    assertEquals(2, patches.size());
    return patches.get(place);
  }

  private void apply(Patch patch) throws IOException {
    Path file = folder.resolve("src").resolve(SOURCES.relativize(Path.of(patch.file())));
    Files.writeString(file, patch.apply(Files.readString(file)));
  }

  private void copy(String room) {
    Path from = SOURCES.resolve("dev/letsbackprop").resolve(room);
    Path to = folder.resolve("src/dev/letsbackprop").resolve(room);
    try (Stream<Path> files = Files.list(from)) {
      Files.createDirectories(to);
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
    urls.add(Path.of("src/main/resources").toUri().toURL());
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!Path.of(entry).endsWith(Path.of("target", "classes"))) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  /**
   * Runs every test that is there for each of a catalogue; the patched class has annotations of its
   * own, so they are read off the other.
   */
  private static void run(Class<?> tests, String name, List<String> least) throws Exception {
    Constructor<?> constructor = tests.getDeclaredConstructor();
    constructor.setAccessible(true);
    Object test = constructor.newInstance();
    List<String> found =
        Stream.of(Class.forName(tests.getName()).getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(ParameterizedTest.class))
            .map(Method::getName)
            .toList();
    assertTrue(found.containsAll(least));
    for (String each : found) {
      Method method = tests.getDeclaredMethod(each, String.class);
      method.setAccessible(true);
      method.invoke(test, name);
    }
  }
}
