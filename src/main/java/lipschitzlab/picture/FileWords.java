package lipschitzlab.picture;

import java.nio.file.Path;
import lipschitzlab.file.FileHead;
import lipschitzlab.file.RegularFile;
import lipschitzlab.file.TextEncoding;

/** What a file is that is no picture, in words. */
final class FileWords {
    private FileWords() {}

    /** Such as "a web page (HTML)", of a file that a name promised to be a picture. */
    static String of(Path file) {
        FileHead head = FileHead.of(new RegularFile(file, "a picture"));
        return IdxHeader.of(head.bytes())
                .map(IdxHeader::format)
                .or(() -> UnreadableFormat.of(head))
                .map(UnreadableFormat::words)
                .orElseGet(() -> TextEncoding.of(head.bytes()).isPresent() ? "a text file" : "no picture");
    }
}
