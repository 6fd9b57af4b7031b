package org.zhengtong.services.licences.web;

import java.util.List;
import org.zhengtong.ground.audit.PlacedLeaf;
import org.zhengtong.services.licences.Licence;

public record LicenceProofsView(Licence licence, List<PlacedLeaf> leaves) {

    public String key(String action) {
        return action.replaceFirst("^licences\\.", "licences.proofs.");
    }
}
