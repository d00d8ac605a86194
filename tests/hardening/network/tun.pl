# Makes a tun device in the network namespace it runs in, and prints every packet that anything
# sends into it, one a line, in hex. Nothing ever answers. Perl, because Node has no ioctl, and
# Debian cannot be without Perl.
use strict;
use warnings;
my ($name) = @ARGV;
my ($tunsetiff, $iff_tun, $iff_no_pi) = (0x400454ca, 0x0001, 0x1000);
open(my $device, '+<', '/dev/net/tun') or die "tun: $!\n";
my $request = pack('a16 s x22', $name, $iff_tun | $iff_no_pi);
ioctl($device, $tunsetiff, $request) or die "TUNSETIFF: $!\n";
$| = 1;
print "ready\n";
while (sysread($device, my $packet, 65536)) { print unpack('H*', $packet), "\n"; }
