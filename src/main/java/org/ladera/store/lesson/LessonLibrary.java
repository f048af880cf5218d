package org.ladera.store.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ladera.lesson.model.Fault;
import org.ladera.lesson.model.Lesson;

/**
 * All lessons of a folder, in the order of their folders' names.
 *
 * @param faults of the lessons that could not be read; they do not keep the others from loading
 */
public record LessonLibrary(List<Lesson> lessons, List<Fault> faults) {
  private static final int MOST_LESSONS = 500;

  public LessonLibrary {
    lessons = List.copyOf(lessons);
    faults = List.copyOf(faults);
  }

  /**
   * Reads every folder inside {@code root} that has a {@code lesson.yaml}, or {@code root} itself
   * when it has one.
   */
  public static LessonLibrary load(Path root) {
    List<Lesson> lessons = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (Path folder : folders(root, faults)) {
      LessonReader.Result result = LessonReader.read(folder);
      faults.addAll(result.faults());
      result.lesson().ifPresent(lesson -> add(lesson, folder, lessons, faults));
    }
    return new LessonLibrary(lessons, faults);
  }

  /** These lessons and those of other folders, as if they lay behind one another. */
  public static LessonLibrary load(List<Path> roots) {
    List<Lesson> lessons = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (Path root : roots) {
      LessonLibrary read = load(root);
      faults.addAll(read.faults());
      read.lessons().forEach(lesson -> add(lesson, lesson.folder(), lessons, faults));
    }
    return new LessonLibrary(lessons, faults);
  }

  /**
   * One lesson alone, found by what its folder says of itself without reading the others.
   *
   * @param id empty for the first of all; likewise where there is no such lesson
   * @return empty where that lesson is missing or faulty
   */
  public static Optional<LessonLibrary> one(List<Path> roots, String id) {
    List<Path> folders = folders(roots);
    return folder(folders, id)
        .or(() -> folders.stream().findFirst())
        .flatMap(folder -> LessonReader.read(folder).lesson())
        .map(lesson -> new LessonLibrary(List.of(lesson), List.of()));
  }

  /** The lesson of this id, likewise found; empty where it is missing or faulty. */
  public static Optional<Lesson> only(List<Path> roots, String id) {
    return folder(folders(roots), id).flatMap(folder -> LessonReader.read(folder).lesson());
  }

  private static List<Path> folders(List<Path> roots) {
    return roots.stream().flatMap(root -> folders(root, new ArrayList<>()).stream()).toList();
  }

  private static Optional<Path> folder(List<Path> folders, String id) {
    return folders.stream().filter(folder -> LessonReader.idOf(folder).equals(id)).findFirst();
  }

  /** The same lessons, those of the other being its own, also those that are no longer here. */
  public LessonLibrary with(LessonLibrary other) {
    List<Lesson> all = new ArrayList<>(lessons);
    all.replaceAll(lesson -> other.lesson(lesson.id()).orElse(lesson));
    other.lessons().stream().filter(lesson -> lesson(lesson.id()).isEmpty()).forEach(all::add);
    return new LessonLibrary(all, faults);
  }

  /**
   * Without the lessons of some folders, and with those that are read there now.
   *
   * @param roots folders of lessons
   */
  public LessonLibrary renewed(List<Path> roots) {
    List<Lesson> all = new ArrayList<>(without(roots).lessons());
    LessonLibrary read = load(roots);
    List<Fault> said = new ArrayList<>(read.faults());
    read.lessons().forEach(lesson -> add(lesson, lesson.folder(), all, said));
    return new LessonLibrary(all, said);
  }

  /** Without the lessons of some folders. */
  LessonLibrary without(List<Path> roots) {
    List<Path> whole = roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
    return new LessonLibrary(
        lessons.stream()
            .filter(
                lesson -> whole.stream().noneMatch(lesson.folder().toAbsolutePath()::startsWith))
            .toList(),
        faults);
  }

  /** The lesson with this id. */
  public Optional<Lesson> lesson(String id) {
    return lessons.stream().filter(l -> l.id().equals(id)).findFirst();
  }

  private static void add(Lesson lesson, Path folder, List<Lesson> lessons, List<Fault> faults) {
    Optional<Lesson> same = lessons.stream().filter(l -> l.id().equals(lesson.id())).findFirst();
    if (same.isPresent()) {
      faults.add(
          new Fault(
              folder.getFileName() + "/lesson.yaml",
              0,
              0,
              "id",
              "lesson.same-id",
              Map.of("found", lesson.id(), "other", same.get().folder().getFileName().toString())));
    } else {
      lessons.add(lesson);
    }
  }

  static List<Path> folders(Path root, List<Fault> faults) {
    if (Files.exists(root.resolve("lesson.yaml"))) {
      return List.of(root);
    }
    try (Stream<Path> inside = Files.list(root)) {
      return inside
          .filter(folder -> Files.isDirectory(folder))
          .filter(folder -> Files.exists(folder.resolve("lesson.yaml")))
          .sorted(Comparator.comparing(folder -> folder.getFileName().toString()))
          .limit(MOST_LESSONS)
          .toList();
    } catch (IOException e) {
      faults.add(new Fault(String.valueOf(root), 0, 0, "", "folder.missing", Map.of()));
      return List.of();
    }
  }
}
