package org.ladera.ui.shell;

import org.ladera.text.Language;
import org.ladera.ui.theme.Profile;

/**
 * How a person likes the window.
 *
 * @param zoom factor on all text, 0.75 to 2
 */
public record Settings(Language language, Profile profile, double zoom) {
  private static final double SMALLEST = 0.75;
  private static final double LARGEST = 2;

  public Settings {
    zoom = Math.clamp(zoom, SMALLEST, LARGEST);
  }

  public Settings withLanguage(Language other) {
    return new Settings(other, profile, zoom);
  }

  public Settings withProfile(Profile other) {
    return new Settings(language, other, zoom);
  }

  public Settings withZoom(double other) {
    return new Settings(language, profile, other);
  }
}
