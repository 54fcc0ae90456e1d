package org.greensward.security.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The picture says what a reader reads. */
class QrCodeTest {
  private static final int SCALE = 4;

  @Test
  void theSquaresOfThePathAreRead() throws Exception {
    String text =
        SecondFactorRepository.address(new byte[20], "Milton Keynes Council", "a@example.org");
    QrCode code = QrCode.of(text);
    int width = code.size() * SCALE;
    int[] pixels = new int[width * width];
    Arrays.fill(pixels, 0xffffff);
    Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z")
        .matcher(code.path())
        .results()
        .forEach(
            run -> {
              int from = Integer.parseInt(run.group(1)) * SCALE;
              int y = Integer.parseInt(run.group(2)) * SCALE;
              int length = Integer.parseInt(run.group(3)) * SCALE;
              for (int row = y; row < y + SCALE; row++) {
                Arrays.fill(pixels, row * width + from, row * width + from + length, 0);
              }
            });
    BinaryBitmap seen =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels)));
    assertThat(new QRCodeReader().decode(seen).getText()).isEqualTo(text);
  }
}
