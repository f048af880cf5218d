package org.ladera.present.shared;

/** What every view with a card of its own shows around its picture. */
public interface CardModel {
  /** May hold symbols between dollar signs. */
  String title();

  /** At the right of the header; may be empty. */
  String reading();

  /** The whole state of the view in words. */
  String spoken();
}
