package org.ladera.store.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;
import org.ladera.store.document.ShareString;

class QrCodeTest {
  @Test
  void a_camera_reads_what_was_shared() throws Exception {
    String text = new ShareString.Named("xor", "train").text();
    for (String shared : new String[] {text, text + "a".repeat(QrCode.LONGEST - text.length())}) {
      Picture picture = QrCode.of(shared, 4).orElseThrow();
      var source = new RGBLuminanceSource(picture.width(), picture.height(), picture.pixels());
      var read = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)));
      assertEquals(shared, read.getText());
    }
  }

  @Test
  void more_than_a_code_holds_is_none() {
    assertTrue(QrCode.of("a".repeat(QrCode.LONGEST + 1), 4).isEmpty());
  }
}
