#!/usr/bin/env bash
# A Ceph RADOS Gateway that answers on loopback and keeps everything in memory: one monitor, one store, one gateway.
#   start.sh FOLDER PORT    FOLDER is empty and its name short; the monitor takes PORT + 1 and PORT + 2.
# Its user has the access key 'example' and the secret key 'example-secret'. To stop it, end the processes named in FOLDER/run/*.pid.
# Packages of Debian: ceph-mon ceph-osd radosgw ceph-common uuid-runtime
set -euo pipefail
folder=$(realpath "$1") port=$2
for program in ceph-mon ceph-osd radosgw radosgw-admin ceph-authtool monmaptool uuidgen; do
    command -v "$program" >/dev/null || { echo "$program is not installed." >&2; exit 3; }
done

monitors="[v2:127.0.0.1:$((port + 1)),v1:127.0.0.1:$((port + 2))]"
cluster=$(uuidgen)
keyring=$folder/keyring
mkdir -p "$folder"/{mon,osd,rgw,run,log}
cat >"$folder/ceph.conf" <<CONF
[global]
fsid = $cluster
mon host = $monitors
public addr = 127.0.0.1
cluster addr = 127.0.0.1
keyring = $keyring
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon data avail crit = 1
log file = $folder/log/\$name.log
admin socket = $folder/run/\$name.asok
pid file = $folder/run/\$name.pid
mon data = $folder/mon
osd data = $folder/osd
osd objectstore = memstore
rgw data = $folder/rgw
rgw enable apis = s3, sts, iam, admin
rgw frontends = beast endpoint=127.0.0.1:$port
rgw sts key = abcdefghijklmnop
rgw s3 auth use sts = true
rgw crypt require ssl = false
CONF
export CEPH_CONF=$folder/ceph.conf

ceph-authtool -C "$keyring" --gen-key -n mon. --cap mon 'allow *'
for name in client.admin osd.0 client.rgw; do
    ceph-authtool "$keyring" --gen-key -n "$name" --cap mon 'allow *' --cap osd 'allow *' --cap mgr 'allow *'
done
monmaptool --create --addv a "$monitors" --fsid "$cluster" "$folder/monmap"
ceph-mon -i a --mkfs --monmap "$folder/monmap" --keyring "$keyring"
ceph-mon -i a
osd=$(uuidgen)
ceph osd new "$osd"
ceph-osd -i 0 --mkfs --osd-uuid "$osd"
ceph-osd -i 0
radosgw -n client.rgw
for ((tries = 0; tries < 300; tries++)); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
        radosgw-admin user create --uid=example --display-name=example --access-key=example --secret-key=example-secret
        exit 0
    fi

    sleep 0.2
done
echo "The gateway did not answer within a minute: see $folder/log." >&2
exit 1
