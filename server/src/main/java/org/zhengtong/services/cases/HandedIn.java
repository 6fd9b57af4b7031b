package org.zhengtong.services.cases;

import java.util.UUID;

/** What stands for one material of the item. */
public sealed interface HandedIn {
    /** What stands for the application that was printed at a window and signed; no item asks for it by this id. */
    String SIGNED_APPLICATION = "signed-application";

    /** What stands for the list of what was handed in later, printed at a window and signed. */
    String SIGNED_SUPPLEMENT = "signed-supplement";

    /** Whether it stands for a paper that was printed at a window and signed; the item has no name for it. */
    static boolean isSignedPaper(String material) {
        return material.equals(SIGNED_APPLICATION) || material.equals(SIGNED_SUPPLEMENT);
    }

    /** The id of the material in the item. */
    String material();

    /** An uploaded file; a material may have several. */
    record Uploaded(String material, UUID file) implements HandedIn {}

    /** An electronic licence obtained by the system. */
    record ByLicence(String material, UUID licence) implements HandedIn {}

    /** Made by the system from the form. */
    record Generated(String material) implements HandedIn {}

    /** Promised for later (容缺后补); only for materials that may follow. */
    record Promised(String material) implements HandedIn {}
}
