package org.ladera.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ladera.explain.Notation;
import org.ladera.store.file.StoredFormat;
import org.ladera.text.Language;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.window.appearance.Settings;

/** Settings as text: {@code name=value} per line. A name that is not known is passed over. */
final class SettingsText implements StoredFormat<Settings> {
  @Override
  public String kind() {
    return "ladera-settings";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public Settings empty() {
    return new Settings(Language.ofSystem(), Profile.LIGHT, 1);
  }

  @Override
  public String write(Settings settings) {
    return values(settings).entrySet().stream()
        .map(one -> one.getKey() + "=" + one.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static Map<String, String> values(Settings settings) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("language", settings.language().tag());
    values.put("profile", settings.profile().name());
    values.put("zoom", Double.toString(settings.zoom()));
    values.put("notation", settings.notation().words());
    values.put("lessons", settings.lessons());
    return values;
  }

  @Override
  public Optional<Settings> read(String body) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : body.lines().toList()) {
      int equals = line.indexOf('=');
      if (equals < 1) {
        return Optional.empty();
      }
      values.put(line.substring(0, equals), line.substring(equals + 1));
    }
    return Optional.of(settings(values));
  }

  private Settings settings(Map<String, String> values) {
    Settings none = empty();
    Language language =
        Stream.of(Language.values())
            .filter(l -> l.tag().equals(values.get("language")))
            .findFirst()
            .orElse(none.language());
    Profile profile =
        Stream.of(Profile.values())
            .filter(p -> p.name().equals(values.get("profile")))
            .findFirst()
            .orElse(none.profile());
    return new Settings(
        language,
        profile,
        zoom(values.getOrDefault("zoom", "1")),
        Notation.ofWords(values.getOrDefault("notation", "")),
        values.getOrDefault("lessons", ""));
  }

  private static double zoom(String text) {
    try {
      double zoom = Double.parseDouble(text);
      return Double.isFinite(zoom) ? zoom : 1;
    } catch (NumberFormatException damaged) {
      return 1;
    }
  }

  /** What this window has changed, upon what another one has. */
  @Override
  public Settings merge(Settings base, Settings mine, Settings stored) {
    Map<String, String> before = values(base);
    Map<String, String> merged = values(stored);
    values(mine)
        .forEach(
            (name, value) -> {
              if (!Objects.equals(value, before.get(name))) {
                merged.put(name, value);
              }
            });
    return settings(merged);
  }
}
