package io.sekisho.server.access.web;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as the parts of an SVG: no picture has to be made, and none is stored.
 *
 * @param side of the square, with its quiet border, in modules
 * @param path of all dark modules
 */
record QrPicture(int side, String path) {

    private static final int BORDER = 4;

    static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                path.append(code.getModule(x, y) ? "M" + (x + BORDER) + " " + (y + BORDER) + "h1v1h-1z" : "");
            }
        }
        return new QrPicture(code.size + 2 * BORDER, path.toString());
    }
}
