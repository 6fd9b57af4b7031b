package org.zhengtong.people.identity.web;

import org.zhengtong.people.identity.FormState;

/**
 * Where an authenticator takes in its secret.
 *
 * @param picture the QR code, for the {@code src} of an image
 * @param key the secret in groups of four, to be typed
 * @param first whether a member of staff is here on the way to their desk
 */
public record CodesView(String picture, String key, String next, boolean first, FormState form) {}
