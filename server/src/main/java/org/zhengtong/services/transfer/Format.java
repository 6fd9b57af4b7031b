package org.zhengtong.services.transfer;

/** The files entries travel in. */
public enum Format {
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** One array. */
    JSON("json", "application/json"),
    /** One document a line. */
    NDJSON("ndjson", "application/x-ndjson");

    private final String ending;
    private final String mediaType;

    Format(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }
}
