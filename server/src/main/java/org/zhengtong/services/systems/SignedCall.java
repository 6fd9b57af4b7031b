package org.zhengtong.services.systems;

/**
 * A call as it came, before anybody believes it.
 *
 * @param system id of the system, as the header names it
 * @param timestamp seconds since 1970, as the header names them
 * @param nonce made anew by the caller for every call
 * @param signature {@code sha256=} and the HMAC in hexadecimal
 * @param method of HTTP
 * @param target path and question as they stand in the request
 * @param digest SHA-256 of the body in hexadecimal
 */
public record SignedCall(
        String system, String timestamp, String nonce, String signature, String method, String target, String digest) {

    /** What is signed. */
    public String text() {
        return timestamp + "." + nonce + "." + method + " " + target + "." + digest;
    }
}
