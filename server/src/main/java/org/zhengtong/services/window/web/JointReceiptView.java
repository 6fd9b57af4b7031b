package org.zhengtong.services.window.web;

import org.zhengtong.services.cases.JointFile;

/**
 * @param body USCC of the clerk's body
 * @param refused why a part was not accepted on the spot although that was wished; empty otherwise
 */
public record JointReceiptView(JointFile file, String visit, String body, String refused) {

    /** Whether the clerk may accept the part now. */
    public boolean isAcceptable(JointFile.Part part) {
        return part.bodyUscc().equals(body)
                && part.filed()
                        .filter(filed -> filed.state().awaitsAcceptance())
                        .isPresent();
    }
}
