package org.zhengtong.people.clients.web;

/** On the way to a client. */
public record OnwardsView(String client, String address) {
    /** Not the address: a code may stand in it. */
    @Override
    public String toString() {
        return "OnwardsView";
    }
}
