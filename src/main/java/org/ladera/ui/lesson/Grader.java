package org.ladera.ui.lesson;

import org.ladera.lesson.Check;
import org.ladera.lesson.Verdict;
import org.ladera.session.Frame;

/** Judges answers; the lesson package has the one that is used. */
@FunctionalInterface
public interface Grader {
  Verdict grade(Check check, String answer, Frame frame);
}
