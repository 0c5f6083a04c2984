package dev.letsbackprop.documentation;

import dev.letsbackprop.grading.Lesson;
import dev.letsbackprop.grading.Lessons;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.CommonMistake;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.operation.Misconception;
import dev.letsbackprop.operation.Template;
import java.util.Map;

/** The page of the documentation on grading: how a verdict comes about, and every misconception. */
final class GradingPage {
  private static final String HEAD =
      """
      # Grading

      `POST /v1/grades` compares what a student claims, values and gradients of any nodes, with the right numbers, and names the
      mistake where there is one to name. The lists below are written from the catalogue, see
      [CONTRIBUTING](../CONTRIBUTING.md#the-pages-of-the-catalogues).

      ## How a verdict comes about

      Three questions for each claim, in this order.

      1. **Is it right?** Every element is compared with the reference, within the tolerance. Where mathematics leaves a choice, as
         for the slope of relu at 0, either choice is right; where it is not the service's own, the feedback says so.
      2. **Is it right given the student's own earlier slip?** The step is worked again from the student's own claims: a gradient
         from the claimed gradients of the nodes that consume it, a value from the claimed values of its inputs. A node without a
         claim passes the work on. Where the claim agrees it is `carried_forward`: full points, or the share that `carryForward`
         says. One slip costs its points once.
      3. **Which misconception gives just these numbers?** The backward pass is worked again with one wrong rule in place.
         Where exactly one explains the claim, it is named, with the node where it was applied.

      | verdict | |
      |---|---|
      | `correct` | right, within the tolerance |
      | `carried_forward` | wrong, and right from the student's own earlier claims |
      | `incorrect` | wrong |
      | `wrong_shape` | numbers, but not in the shape of the node |
      | `missing` | listed in `required`, and not claimed |
      | `not_finite` | NaN, infinite, or beyond float64 |
      | `not_a_number` | no tensor: a string, `null`, an object that is none, nesting without end |
      | `not_graded` | about a node that does not exist, or the gradient of a constant: worth nothing, and not passed |

      **Points.** Each claim is worth the `points` of its node, 1 where it is not named, its value as much as its gradient.
      `required` lists gradients that must be claimed; without it a submission that claims nothing scores 0 of 0. `passed` is
      whether there are claims and every item is correct; carried forward is not correct. With `"partialCredit": "entries"` an incorrect tensor earns the
      share of its entries that are right, and `entries` lists those that are not.

      **Tolerance.** A claim is right where `|claimed - expected| <= absolute + relative * |expected|`, for each element; left out, 1e-4 relative and 1e-7 absolute. For typed answers
      `{"significantFigures": 3}` takes what rounds to three figures: half a unit of the third. A coarse tolerance hides mistakes, and `POST /v1/exercise-checks` says how many.

      **What is never carried forward**: anything from a claim that is 0 everywhere or not finite, and nothing where the step would come out the
      same by its negative. Claiming 0 everywhere, or NaN, earns nothing.

      **Junk.** Claims come from people. Whatever stands there is a verdict with a reason, no points, and the rest is graded. Only an assignment that makes no sense is refused,
      with 422 and a pointer; what is not JSON at all is a 400. The same request gives the same bytes.

      ## How a mistake gets its name

      A misconception is the right rule with one thing changed, written beside the operation that it misreads. The grader puts it in place of the right one, follows it through as a
      consistent student would, from the claims that are known, and compares the numbers. It is tried at each place on the way to the claim, wherever its operation stands, and, where no
      single one explains the claim, together with another one; a pair needs two different numbers as evidence.

      - **Ties have no name.** Where two misconceptions give the same numbers, as with 2 + 2 and 2 × 2, or come near, neither is named: a false accusation is worse than silence. Where one act has two
        names, the more specific is told: `multiply.swapped` before `chain.local_missing`. Where the act is known and the place is not, the feedback tells the act.
      - **A claim of many digits** must agree in more of them than the tolerance asks for: what is accused must not be a coincidence.
      - **The work is bounded**, for each submission. In a large model a mistake may stay without a name. The verdict and the points never depend on the search.
      - Where nothing is named, the feedback says which step to work again, and a hint where there is one: rows that must add up to 0, or, among answers, one factor that all entries are off by.

      ## What is revealed

      | `reveal` | items | `claimed`, `misconception`, `feedback` | `expected` |
      |---|---|---|---|
      | `answers` | yes | yes | yes |
      | `feedback` | yes | yes, but for what tells | no |
      | `verdicts` | yes | no | no |
      | `score` | no | no | no |

      `feedback` is for homework that may be handed in again. What tells is left out: a misconception from which the right numbers follow without another thought. Who is told that the
      sign is flipped, or that the factor 2 is missing, has the answer and has learnt nothing. These are marked below; at a claim where one of them is suspected the feedback only names
      the step. Ratios are answers, too.

      ## Exercises that hide mistakes

      `POST /v1/exercise-checks` takes a request for a grade without claims, makes every mistake at every place, grades what comes of it, and lists those that would be *hidden* (all numbers right, within the
      tolerance) or *confused* (wrong, and without a name), with advice and, where it finds one, a better draw of the numbers. One row, zeros, constants, equal sides and an upstream gradient of 1
      hide the most.

      ## Misconceptions

      Codes stay once they are published; more may come. Those marked * are left out of `feedback`.

      ### Anywhere

      """;

  private static final String TABLE = "| code | what was done | what is due |\n|---|---|---|";

  private final Markdown page = new Markdown(HEAD);

  private GradingPage() {}

  /** The page's text. */
  static String text() {
    GradingPage grading = new GradingPage();
    grading.page.line(TABLE);
    Lessons.all().forEach(grading::lesson);
    grading.page.paragraph("### Of operations");
    grading.page.paragraph("Their formulas are in the [catalogue](operations.md).");
    grading.page.line("");
    grading.page.line(TABLE);
    Catalogue.entries().forEach(grading::entry);
    return grading.page.text();
  }

  private void lesson(Lesson lesson) {
    Map<String, String> names = Map.of("x", "x", "y", "y", "consumers", "f and g");
    row(
        lesson.code(),
        lesson.telling(),
        Template.put(lesson.did(), names),
        Template.put(lesson.due(), names));
  }

  private void entry(Entry entry) {
    for (CommonMistake mistake : CommonMistake.of(entry)) {
      boolean telling =
          entry.misconceptions().stream()
              .filter(each -> each.code().equals(mistake.code()))
              .anyMatch(Misconception::telling);
      row(mistake.code(), telling, mistake.did(), mistake.due());
    }
  }

  private void row(String code, boolean telling, String did, String due) {
    page.line("| `" + code + "`" + (telling ? " *" : "") + " | " + did + " | " + due + " |");
  }
}
