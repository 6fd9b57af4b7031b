package org.zhengtong.ground.web;

/**
 * Which part of a long list is shown, for {@code ground/web/pager.jte}.
 *
 * @param address the list's address with all parameters but {@code page}
 * @param number this page, from 1
 * @param size rows on a page
 * @param total rows in all
 */
public record Pager(String address, int number, int size, long total) {

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public boolean needed() {
        return pages() > 1;
    }

    public String page(int wanted) {
        return address + (address.indexOf('?') < 0 ? "?" : "&") + "page=" + wanted;
    }
}
