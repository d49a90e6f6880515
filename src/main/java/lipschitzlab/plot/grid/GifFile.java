package lipschitzlab.plot.grid;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.IntFunction;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * An animated GIF that goes round for ever. Each frame is asked for twice, once to count its colours, so that never more than one of them
 * is in memory.
 *
 * @param frames how many, 1 or more
 * @param frame all of one size
 * @param hundredths how long each is shown, in hundredths of a second
 * @param lastHundredths how long the last one is shown
 * @param comment what the file says of itself; Latin letters
 */
record GifFile(int frames, IntFunction<BufferedImage> frame, int hundredths, int lastHundredths, String comment) {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    /** Writes the file's bytes. */
    void writeTo(OutputStream out) throws IOException {
        SharedPalette.Counter counter = new SharedPalette.Counter();
        for (int i = 0; i < frames; i++) {
            counter.count(frame.apply(i));
        }
        SharedPalette palette = counter.palette();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        // In memory, since a temporary file may find a full disk.
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < frames; i++) {
                BufferedImage indexed = palette.indexed(frame.apply(i));
                writer.writeToSequence(new IIOImage(indexed, null, metadata(writer, indexed, i)), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    private IIOMetadata metadata(ImageWriter writer, BufferedImage image, int place) throws IIOInvalidTreeException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(place == frames - 1 ? lastHundredths : hundredths));
        if (place == 0) {
            child(root, "ApplicationExtensions").appendChild(endless());
            IIOMetadataNode said = new IIOMetadataNode("CommentExtension");
            said.setAttribute("value", comment);
            child(root, "CommentExtensions").appendChild(said);
        }
        metadata.setFromTree(FORMAT, root);
        return metadata;
    }

    /** Netscape's extension, by which every viewer begins again after the last frame; 0 is for ever. */
    private static IIOMetadataNode endless() {
        IIOMetadataNode node = new IIOMetadataNode("ApplicationExtension");
        node.setAttribute("applicationID", "NETSCAPE");
        node.setAttribute("authenticationCode", "2.0");
        node.setUserObject(new byte[] {1, 0, 0});
        return node;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        IIOMetadataNode made = new IIOMetadataNode(name);
        root.appendChild(made);
        return made;
    }
}
