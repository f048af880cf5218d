package org.ladera.ui.window.appearance;

import org.ladera.explain.Notation;
import org.ladera.text.Language;
import org.ladera.ui.theme.Profile;

/**
 * How a person likes the window.
 *
 * @param zoom factor on all text, 0.75 to 2
 * @param notation how formulas and numbers are written
 * @param lessons a folder with lessons of the person's own; empty for none
 */
public record Settings(
    Language language, Profile profile, double zoom, Notation notation, String lessons) {
  private static final double SMALLEST = 0.75;
  private static final double LARGEST = 2;

  public Settings {
    zoom = Math.clamp(zoom, SMALLEST, LARGEST);
  }

  /** Everything written as the lessons are. */
  public Settings(Language language, Profile profile, double zoom) {
    this(language, profile, zoom, Notation.LESSONS, "");
  }

  public Settings withLanguage(Language other) {
    return new Settings(other, profile, zoom, notation, lessons);
  }

  public Settings withProfile(Profile other) {
    return new Settings(language, other, zoom, notation, lessons);
  }

  public Settings withZoom(double other) {
    return new Settings(language, profile, other, notation, lessons);
  }

  public Settings withNotation(Notation other) {
    return new Settings(language, profile, zoom, other, lessons);
  }

  public Settings withLessons(String other) {
    return new Settings(language, profile, zoom, notation, other);
  }
}
