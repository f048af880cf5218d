package org.ladera.store.image;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text as squares that a camera reads (ISO/IEC 18004). */
public final class QrCode {
  /** Letters of the largest code there is, with the least correction of errors. */
  public static final int LONGEST = 2953;

  /** White squares that a reader needs around the others. */
  private static final int MARGIN = 4;

  private QrCode() {}

  /**
   * The code with as much correction of errors as does not make it larger.
   *
   * @param text of letters, digits and signs of ASCII
   * @param side pixels of a square
   * @return empty where the text is longer than {@link #LONGEST}
   */
  public static Optional<Picture> of(String text, int side) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      ByteMatrix code = Encoder.encode(text, ErrorCorrectionLevel.L).getMatrix();
      for (ErrorCorrectionLevel more :
          new ErrorCorrectionLevel[] {ErrorCorrectionLevel.M, ErrorCorrectionLevel.Q}) {
        ByteMatrix safer = tried(text, more);
        if (safer != null && safer.getWidth() == code.getWidth()) {
          code = safer;
        }
      }
      return Optional.of(picture(code, side));
    } catch (WriterException e) {
      return Optional.empty();
    }
  }

  private static @Nullable ByteMatrix tried(String text, ErrorCorrectionLevel level) {
    try {
      return Encoder.encode(text, level).getMatrix();
    } catch (WriterException e) {
      // Too long with that much correction.
      return null;
    }
  }

  private static Picture picture(ByteMatrix code, int side) {
    int squares = code.getWidth() + 2 * MARGIN;
    int width = squares * side;
    int[] pixels = new int[width * width];
    Arrays.fill(pixels, 0xffffffff);
    for (int y = 0; y < code.getHeight() * side; y++) {
      int row = (y + MARGIN * side) * width + MARGIN * side;
      for (int x = 0; x < code.getWidth() * side; x++) {
        if (code.get(x / side, y / side) == 1) {
          pixels[row + x] = 0xff000000;
        }
      }
    }
    return new Picture(width, width, pixels);
  }
}
