package org.ladera.ui.lesson;

import javafx.scene.Node;

/** What is asked for at a link of a text. */
public interface TextLinks {
  /** Of a text whose links lead nowhere. */
  TextLinks NONE =
      new TextLinks() {
        @Override
        public void open(String target) {}

        @Override
        public void point(String target, Node phrase, boolean is) {}
      };

  /** A link of the text was followed. */
  void open(String target);

  /**
   * A phrase that is about a view is pointed at, or no longer.
   *
   * @param target as {@link org.ladera.lesson.model.Hotspot} has it
   */
  void point(String target, Node phrase, boolean is);
}
