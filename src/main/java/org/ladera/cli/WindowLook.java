package org.ladera.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ladera.text.Messages;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.window.appearance.Settings;
import picocli.CommandLine.Option;

/** The options of the commands that draw a window: how large it is and in which colours. */
final class WindowLook {
  private static final Pattern SIZE = Pattern.compile("(\\d{2,4})[xX×](\\d{2,4})");
  private static final int SMALLEST = 64;
  private static final int LARGEST = 7680;

  @Option(names = "--size", paramLabel = "WxH", descriptionKey = "size", defaultValue = "1280x800")
  private String size;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      descriptionKey = "profile",
      defaultValue = "light")
  private String profile;

  /** Width and height; refuses what is none. */
  int[] pixels(Messages messages) {
    Matcher m = SIZE.matcher(size);
    if (m.matches()) {
      int width = Integer.parseInt(m.group(1));
      int height = Integer.parseInt(m.group(2));
      if (Math.min(width, height) >= SMALLEST && Math.max(width, height) <= LARGEST) {
        return new int[] {width, height};
      }
    }
    throw Refusal.usage(
        messages.text("cli.expected.size", Map.of("name", "--size", "value", size)));
  }

  /** Colours and language; refuses colours that there are not. */
  Settings settings(Messages messages) {
    List<String> names =
        Stream.of(Profile.values()).map(p -> p.name().toLowerCase(Locale.ROOT)).toList();
    int index = names.indexOf(profile);
    if (index < 0) {
      throw Refusal.unknown(messages, "profile", profile, names);
    }
    return new Settings(messages.language(), Profile.values()[index], 1);
  }
}
