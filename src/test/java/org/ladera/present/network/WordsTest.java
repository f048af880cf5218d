package org.ladera.present.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.ladera.IceCream;
import org.ladera.Xor;
import org.ladera.engine.spec.Experiment;
import org.ladera.text.Language;
import org.ladera.text.Messages;

class WordsTest {
  @Test
  void aSingleInputIsANumberAndSeveralAreAPoint() {
    Experiment line = IceCream.experiment(0.01);
    Messages spanish = Messages.load(Language.ES);
    // 25 degrees divided by 10: in brackets it would read as the point (2, 5).
    assertEquals("2,5", new Words(spanish, line.network()).sample(line.data(), 0));
    Experiment plane = Xor.thesis();
    assertEquals("(0; 1)", new Words(spanish, plane.network()).sample(plane.data(), 1));
  }
}
