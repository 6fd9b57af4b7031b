package org.zhengtong.services.licences.web;

import java.util.List;
import org.zhengtong.services.licences.HoldingImports;

/** The imports of a body. */
public record HoldingsView(String bodyName, List<HoldingImports.Standing> imports, List<String> types) {

    /** One of them, with what is wrong. */
    public record One(HoldingImports.Standing standing, List<HoldingImports.Fault> faults, int shown) {
        public boolean waitsForSteward() {
            return standing.state() == HoldingImports.State.CHECKED;
        }

        public boolean running() {
            return standing.state() == HoldingImports.State.RUNNING;
        }

        public String page() {
            return "/desk/licences/holdings/" + standing.id();
        }

        public boolean cut() {
            return faults.size() >= shown;
        }
    }
}
