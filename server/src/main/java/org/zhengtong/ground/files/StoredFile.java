package org.zhengtong.ground.files;

import java.util.UUID;

/**
 * @param type media type found in the bytes.
 * @param bytes length
 */
public record StoredFile(UUID id, String name, String type, long bytes, String sm3) {}
