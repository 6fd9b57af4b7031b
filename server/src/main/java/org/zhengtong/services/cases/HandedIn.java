package org.zhengtong.services.cases;

import java.util.UUID;

/** What stands for one material of the item. */
public sealed interface HandedIn {
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
