package org.ladera;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import com.google.googlejavaformat.java.StringWrapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The one format of the sources: google-java-format. Its main method brings every file into it. */
final class SourceFormat {
  private final Formatter formatter = new Formatter();

  public static void main(String[] args) throws IOException, FormatterException {
    SourceFormat format = new SourceFormat();
    for (Path file : sources(Path.of("src"))) {
      String source = Files.readString(file);
      String formatted = format.of(source);
      if (!formatted.equals(source)) {
        Files.writeString(file, formatted);
        System.out.println(file);
      }
    }
  }

  /** Every Java file below {@code folder}. */
  static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** {@code source} as it should be written. */
  String of(String source) throws FormatterException {
    String imports =
        ImportOrderer.reorderImports(
            RemoveUnusedImports.removeUnusedImports(source), JavaFormatterOptions.Style.GOOGLE);
    return StringWrapper.wrap(formatter.formatSource(imports), formatter);
  }
}
