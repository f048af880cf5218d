package org.ladera.store.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.train.Trainer;
import org.ladera.lesson.model.Lesson;
import org.ladera.store.data.Column;
import org.ladera.store.data.UnreadableData;

class TableChoiceTest {
  private static final Path TABLES = Path.of("src/test/resources/tables");

  @TempDir Path folder;

  private static Experiment experiment(TableChoice choice) throws IOException, UnreadableData {
    var read = OpenDocument.read(new Laboratory("own", choice, List.of(4)).files(), "own");
    assertEquals(List.of(), read.faults());
    Lesson lesson = read.lesson().orElseThrow();
    assertTrue(LabDocument.isOne(lesson));
    return lesson.steps().getFirst().scene().runs().getFirst().experiment();
  }

  private static TableChoice choice(Path file) {
    return assertInstanceOf(OpenedFile.Table.class, OpenedFile.open(file)).chosen();
  }

  /** What people bring becomes a run that trains, as it looks and without a word of theirs. */
  @ParameterizedTest
  @CsvSource({
    "excel-es-semicolon-comma-bom.csv, ventas, 1, 1, SQUARED",
    "excel-es-sep-line.csv, ventas, 1, 1, SQUARED",
    "excel-latin1-header.csv, población, 1, 1, SQUARED",
    "house-thousands-quoted.csv, price, 1, 1, SQUARED",
    "iris-header-text-label.csv, species, 4, 3, CATEGORICAL_CROSS_ENTROPY",
    "missing-empty-cell.csv, y, 1, 1, SQUARED",
    "pandas-index-column.csv, y, 1, 1, SQUARED",
    "percent.csv, mark, 1, 1, SQUARED",
    "tabs.tsv, sold, 1, 1, SQUARED",
    "true-false.csv, y, 2, 1, BINARY_CROSS_ENTROPY",
    "auto-mpg.csv, weight, 4, 1, SQUARED",
    "mnist-csv-785-columns.csv, label, 784, 10, CATEGORICAL_CROSS_ENTROPY"
  })
  void every_table_trains_as_it_looks(
      String name, String target, int inputs, int outputs, LossSpec.Kind loss)
      throws IOException, UnreadableData {
    TableChoice choice = choice(TABLES.resolve(name));
    assertEquals(target, choice.target().name());
    Experiment experiment = experiment(choice);
    assertEquals(inputs, experiment.network().inputs());
    assertEquals(outputs, experiment.network().outputs());
    assertEquals(loss, experiment.loss().kind());
    Trainer trainer = new Trainer(experiment);
    double before = trainer.evaluate().dataLoss();
    for (int i = 0; i < 20; i++) {
      trainer.step();
    }
    assertTrue(trainer.evaluate().dataLoss() < before, before + " before");
  }

  @Test
  void gaps_are_left_out_filled_or_refused() throws IOException, UnreadableData {
    Path file = folder.resolve("gaps.csv");
    Files.writeString(file, "a,b,y\n1,5,1\n,6,2\n3,NA,3\n8,7,4\n4,8,\n");
    TableChoice choice = choice(file);
    assertEquals("y", choice.target().name());
    assertEquals(2, experiment(choice).data().size());
    assertFalse(choice.withGaps(TableChoice.Gaps.REFUSE).isReady());
    // Of a: 1, 3, 8, 4; of b: 5, 6, 7, 8. The row without a target stays out.
    Experiment mean = experiment(choice.withGaps(TableChoice.Gaps.MEAN));
    assertEquals(4, mean.data().size());
    assertEquals(4, raw(mean, 1, 0), 1e-12);
    assertEquals(6.5, raw(mean, 2, 1), 1e-12);
    Experiment median = experiment(choice.withGaps(TableChoice.Gaps.MEDIAN));
    assertEquals(3.5, raw(median, 1, 0), 1e-12);
    assertEquals(6.5, raw(median, 2, 1), 1e-12);
  }

  private static double raw(Experiment e, int row, int column) {
    return e.data().inputScaling().invert(column, e.data().x().get(row, column));
  }

  @Test
  void inputs_and_target_are_those_that_were_chosen() throws IOException, UnreadableData {
    TableChoice choice = choice(TABLES.resolve("iris-header-text-label.csv"));
    List<Column> columns = choice.table().columns();
    TableChoice other = choice.withTarget(columns.get(2)).withInput(columns.get(0), false);
    Experiment experiment = experiment(other);
    assertEquals(List.of("petal_length"), experiment.data().targets());
    // Two numbers that are left, and one column for each of three words.
    assertEquals(5, experiment.network().inputs());
    assertEquals(LossSpec.Kind.SQUARED, experiment.loss().kind());
  }

  @Test
  void codes_of_classes_are_numbers_where_a_person_says_so() throws IOException, UnreadableData {
    Path file = folder.resolve("codes.csv");
    Files.writeString(file, "x,y\n1,0\n2,1\n3,0\n4,1\n");
    TableChoice choice = choice(file);
    assertTrue(choice.mayBeClasses());
    assertEquals(LossSpec.Kind.BINARY_CROSS_ENTROPY, experiment(choice).loss().kind());
    assertEquals(LossSpec.Kind.SQUARED, experiment(choice.asNumber(true)).loss().kind());
  }

  @Test
  void a_text_is_a_shared_string_or_a_table() throws UnreadableDocument {
    String shared = new ShareString.Named("xor", "thesis").text();
    assertEquals(new OpenedFile.Shipped("xor", "thesis"), OpenedFile.open(shared + "\n", "p"));
    String whole = new ShareString.Whole(NewLab.points().files()).text();
    assertInstanceOf(OpenedFile.Document.class, OpenedFile.open(whole, "p"));
    assertInstanceOf(
        OpenedFile.Unreadable.class, OpenedFile.open(whole.substring(0, whole.length() - 9), "p"));
    assertInstanceOf(OpenedFile.Table.class, OpenedFile.open("a\tb\n1,5\t2\n2,5\t3\n", "p"));
    assertInstanceOf(OpenedFile.Unreadable.class, OpenedFile.open("only words", "p"));
  }
}
