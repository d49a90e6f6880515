import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Draws the program's icon: a critic's value along a line, which stays within the double cone of a Lipschitz constant. Run from the project's
 * folder, {@code java packaging/Icon.java} writes it in the formats that Linux, Windows, macOS and the window want.
 */
final class Icon {
    private static final int[] WINDOWS_SIDES = {16, 32, 48, 64, 256};

    private Icon() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of("packaging");
        Files.write(folder.resolve("lipschitz-lab.png"), png(512));
        Files.write(folder.resolve("lipschitz-lab.ico"), ico());
        Files.write(folder.resolve("lipschitz-lab.icns"), icns());
        Files.write(Path.of("src/main/resources/lipschitzlab/desktop/icon.png"), png(128));
    }

    private static BufferedImage picture(int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(side / 100.0, side / 100.0);
        RoundRectangle2D ground = new RoundRectangle2D.Double(3, 3, 94, 94, 22, 22);
        pen.setPaint(new Color(0x10243E));
        pen.fill(ground);
        pen.setClip(ground);
        Path2D cone = new Path2D.Double();
        cone.moveTo(50, 50);
        cone.lineTo(0, 16);
        cone.lineTo(0, 84);
        cone.closePath();
        cone.moveTo(50, 50);
        cone.lineTo(100, 16);
        cone.lineTo(100, 84);
        cone.closePath();
        pen.setPaint(new Color(0x2F6FA8));
        pen.fill(cone);
        Path2D value = new Path2D.Double();
        value.moveTo(-4, 60);
        value.curveTo(22, 70, 32, 56, 50, 50);
        value.curveTo(68, 44, 76, 30, 104, 40);
        pen.setPaint(new Color(0xF5A623));
        pen.setStroke(new BasicStroke(7, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        pen.draw(value);
        pen.setPaint(Color.WHITE);
        pen.fillOval(42, 42, 16, 16);
        pen.dispose();
        return image;
    }

    private static byte[] png(int side) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture(side), "png", bytes);
        return bytes.toByteArray();
    }

    /** Microsoft's ICO, each size as a PNG. */
    private static byte[] ico() throws IOException {
        int count = WINDOWS_SIDES.length;
        ByteBuffer head = ByteBuffer.allocate(6 + 16 * count).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) count);
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        for (int side : WINDOWS_SIDES) {
            byte[] picture = png(side);
            head.put((byte) side).put((byte) side).put((byte) 0).put((byte) 0);
            head.putShort((short) 1).putShort((short) 32);
            head.putInt(picture.length).putInt(head.capacity() + pictures.size());
            pictures.write(picture);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(head.array());
        pictures.writeTo(all);
        return all.toByteArray();
    }

    /** Apple's ICNS with PNGs of 128, 256 and 512 pixels. */
    private static byte[] icns() throws IOException {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(parts);
        String[] types = {"ic07", "ic08", "ic09"};
        for (int i = 0; i < types.length; i++) {
            byte[] picture = png(128 << i);
            out.writeBytes(types[i]);
            out.writeInt(8 + picture.length);
            out.write(picture);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(all);
        head.writeBytes("icns");
        head.writeInt(8 + parts.size());
        parts.writeTo(all);
        return all.toByteArray();
    }
}
