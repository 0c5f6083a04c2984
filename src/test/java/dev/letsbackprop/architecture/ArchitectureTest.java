package dev.letsbackprop.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.module.ModuleDescriptor.Exports;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.stereotype.Controller;

/** The arrows between the rooms point one way, and each library stays in its room. */
class ArchitectureTest {

  private static final String ROOT = "dev.letsbackprop";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  private static final DescribedPredicate<JavaClass> JAVA = resideInAnyPackage("java..");
  private static final DescribedPredicate<JavaClass> BASE_OF_JAVA = baseOfJava();

  /** All rooms that exist, from the ground up, and what each of them may know besides itself. */
  private static final List<Room> ROOMS =
      List.of(
          new Room("tensor", List.of(), BASE_OF_JAVA),
          new Room("operation", List.of("tensor"), BASE_OF_JAVA),
          new Room("graph", List.of("operation", "tensor"), BASE_OF_JAVA),
          new Room("differentiation", List.of("graph", "operation", "tensor"), BASE_OF_JAVA),
          new Room("layer", List.of("operation", "tensor"), BASE_OF_JAVA),
          new Room(
              "derivation",
              List.of("differentiation", "graph", "operation", "tensor"),
              BASE_OF_JAVA),
          new Room(
              "export", List.of("differentiation", "graph", "operation", "tensor"), BASE_OF_JAVA),
          new Room(
              "grading", List.of("differentiation", "graph", "operation", "tensor"), BASE_OF_JAVA),
          new Room(
              "diagram", List.of("differentiation", "graph", "operation", "tensor"), BASE_OF_JAVA),
          new Room("limit", List.of(), BASE_OF_JAVA),
          new Room("admission", List.of("limit"), BASE_OF_JAVA),
          new Room(
              "json",
              List.of("limit", "tensor"),
              JAVA.or(resideInAnyPackage("tools.jackson.core.."))),
          new Room("problem", List.of("json"), JAVA),
          new Room(
              "model",
              List.of("limit", "json", "layer", "differentiation", "graph", "operation", "tensor"),
              JAVA),
          new Room("platform", List.of("grading", "json", "tensor"), JAVA),
          new Room(
              "service",
              List.of(
                  "admission",
                  "platform",
                  "problem",
                  "grading",
                  "diagram",
                  "export",
                  "model",
                  "json",
                  "limit",
                  "layer",
                  "derivation",
                  "differentiation",
                  "graph",
                  "operation",
                  "tensor"),
              JAVA),
          new Room(
              "web",
              List.of(
                  "admission",
                  "limit",
                  "service",
                  "platform",
                  "problem",
                  "grading",
                  "diagram",
                  "export",
                  "model",
                  "json",
                  "layer",
                  "differentiation",
                  "graph",
                  "operation",
                  "tensor"),
              JAVA.or(
                  resideInAnyPackage(
                      "org.springframework..",
                      "org.springdoc..",
                      "io.swagger.v3.core..",
                      "io.swagger.v3.oas..",
                      // The models of io.swagger hold schemas and examples as its trees.
                      "com.fasterxml.jackson..",
                      "jakarta.servlet..",
                      "org.apache.catalina..",
                      "org.apache.coyote..",
                      "org.apache.tomcat..",
                      "io.micrometer..",
                      "org.slf4j.."))),
          new Room(
              "command",
              List.of(
                  "limit",
                  "service",
                  "platform",
                  "problem",
                  "grading",
                  "diagram",
                  "export",
                  "model",
                  "json"),
              JAVA.or(resideInAnyPackage("picocli.."))));

  record Room(String name, List<String> below, DescribedPredicate<JavaClass> libraries) {

    DescribedPredicate<JavaClass> mayKnow() {
      String[] rooms =
          Stream.concat(Stream.of(name), below.stream())
              .map(ArchitectureTest::everythingIn)
              .toArray(String[]::new);
      return libraries
          .or(resideInAnyPackage(rooms))
          .or(resideInAnyPackage(NullMarked.class.getPackageName()));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Room> rooms() {
    return ROOMS;
  }

  @Test
  void theseAreAllRooms() {
    assertThat(CLASSES.getPackage(ROOT).getSubpackages())
        .extracting(JavaPackage::getRelativeName)
        .containsExactlyInAnyOrderElementsOf(ROOMS.stream().map(Room::name).toList());
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomKnowsOnlyWhatIsBelowIt(Room room) {
    classes()
        .that()
        .resideInAPackage(everythingIn(room.name()))
        .should()
        .onlyDependOnClassesThat(room.mayKnow())
        .check(CLASSES);
  }

  @Test
  void theDoorKnowsSpringAndTheCommandsAlone() {
    classes()
        .that()
        .resideInAPackage(ROOT)
        .should()
        .onlyDependOnClassesThat(
            JAVA.or(
                resideInAnyPackage(
                    ROOT, ROOT + ".command", "org.springframework..", "org.jspecify.annotations")))
        .check(CLASSES);
  }

  @Test
  void noRoomsKnowEachOtherInACircle() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void controllersArePackagePrivate() {
    classes()
        .that()
        .areMetaAnnotatedWith(Controller.class)
        .should()
        .bePackagePrivate()
        .check(CLASSES);
  }

  @Test
  void namesSayWhatAClassIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Impl|Utils?|Helper|Manager)")
        .because("such a name says how a class came about, and not what it is")
        .check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(CLASSES.getPackage(ROOT).getSubpackagesInTree())
        .filteredOn(room -> !room.getClasses().isEmpty())
        .allMatch(room -> room.isAnnotatedWith(NullMarked.class), "has a @NullMarked package-info");
  }

  private static String everythingIn(String room) {
    return ROOT + "." + room + "..";
  }

  private static DescribedPredicate<JavaClass> baseOfJava() {
    Set<String> exported =
        Object.class.getModule().getDescriptor().exports().stream()
            .filter(exports -> !exports.isQualified())
            .map(Exports::source)
            .collect(toSet());
    return describe(
        "belong to java.base",
        type ->
            type.getBaseComponentType().isPrimitive() || exported.contains(type.getPackageName()));
  }
}
