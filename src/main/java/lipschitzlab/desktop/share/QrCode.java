package lipschitzlab.desktop.share;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.util.Map;
import lipschitzlab.setting.InputException;

/** A text as a QR code (ISO/IEC 18004): black on white in every theme, since cameras want it so. */
final class QrCode {
    /** The white border that the standard asks for, in modules. */
    private static final int BORDER = 4;

    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    private QrCode() {}

    /**
     * The picture, of an even number of pixels a module, so that half of it can be shown sharp.
     *
     * @param least its width and height are at least this, in pixels
     * @throws InputException if the text is longer than a QR code can be
     */
    static BufferedImage of(String text, int least) {
        BitMatrix modules = modules(text);
        int pair = 2 * modules.getWidth();
        int scale = 2 * ((least + pair - 1) / pair);
        int side = scale * modules.getWidth();
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, modules.get(x / scale, y / scale) ? BLACK : WHITE);
            }
        }
        return image;
    }

    private static BitMatrix modules(String text) {
        Map<EncodeHintType, Object> hints =
                Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.L, EncodeHintType.MARGIN, BORDER);
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, hints);
        } catch (WriterException tooLong) {
            throw new InputException(
                    "the QR picture",
                    "an experiment of at most 2,953 letters as a line of text",
                    text.length() + " letters",
                    "Send the line of text, or save the experiment as a preset.");
        }
    }
}
